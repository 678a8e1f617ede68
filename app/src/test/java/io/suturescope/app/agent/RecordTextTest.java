package io.suturescope.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordTextTest {

  private static String written(String json) {
    return RecordText.of(WireObject.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  @Test
  void aWholeRecordHasTheBytesOfItsLineInTheLog() {
    for (String line :
        List.of(
            """
            {"incident_id": "136defab09ba", "exception_message": "can only concatenate str (not \\"int\\")", \
            "line_number": 25, "stack_trace": ["  File \\"app.py\\", line 25\\n    x\\n"], "default_value": "", \
            "bytecode_diff": {}, "suggested_fix": null, "shadow_verified": false, "related_incidents": []}\
            """,
            """
            {"a": "\\u00fc\\u20ac\\ud83d\\ude00\\u007f\\u0000\\u001b/\\\\\\t\\r\\b\\f", "b": [1, 2.50, -3, true, [{"c": null}]]}\
            """)) {
      String compact = line.replace("\", \"", "\",\"").replace("\": ", "\":");
      assertThat(written(compact)).isEqualTo(line);
      assertThat(written(line)).isEqualTo(line);
    }
  }

  @Test
  void aSmallTextOfAHugeNumberStaysSmall() {
    String huge = "{\"n\": 1e2147483646}";
    assertThat(written(huge)).hasSizeLessThan(40);
    WireObject object = WireObject.parse(huge.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertThat(object.flat().get("n").getFirst()).hasSizeLessThan(40);
    assertThat(object.number("n")).isEmpty();
  }
}
