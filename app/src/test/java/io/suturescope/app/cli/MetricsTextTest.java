package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.store.Metrics;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

  private static Metrics metrics() {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("codesuture_incidents_total", 3L);
    values.put("codesuture_incidents_total{severity=\"HIGH\"}", 1L);
    values.put("codesuture_incidents_total{severity=\"CRITICAL\"}", 2L);
    values.put("codesuture_patches_total{guard_type=\"odd\"\\\n\"}", 3L);
    values.put("codesuture_replay_success_total", 0L);
    values.put("codesuture_patches_applied", 3L);
    values.put("codesuture_patches_active", 1L);
    values.put("codesuture_lifecycle_total{state=\"suggested\"}", 1L);
    values.put("codesuture_ttl_expiring_soon", 0L);
    values.put("codesuture_suggestions_generated", 2L);
    values.put("codesuture_suggestions_verified", 0L);
    return new Metrics(values);
  }

  @Test
  void prometheusIsSortedAndEscapesLabels() throws IOException {
    StringWriter out = new StringWriter();
    MetricsText.prometheus(metrics(), out);
    assertThat(out.toString())
        .isEqualTo(
            """
            # HELP codesuture_incidents_total Total incidents recorded
            # TYPE codesuture_incidents_total counter
            codesuture_incidents_total 3
            codesuture_incidents_total{severity="CRITICAL"} 2
            codesuture_incidents_total{severity="HIGH"} 1
            codesuture_lifecycle_total{state="suggested"} 1
            codesuture_patches_active 1
            codesuture_patches_applied 3
            codesuture_patches_total{guard_type="odd\\"\\\\\\n"} 3
            codesuture_replay_success_total 0
            codesuture_suggestions_generated 2
            codesuture_suggestions_verified 0
            codesuture_ttl_expiring_soon 0

            """);
  }

  @Test
  void jsonIsIndentedAsPythonDoesIt() throws IOException {
    StringWriter out = new StringWriter();
    MetricsText.json(metrics(), out);
    assertThat(out.toString())
        .startsWith(
            "{\n  \"codesuture_incidents_total\": 3,\n"
                + "  \"codesuture_incidents_total{severity=\\\"HIGH\\\"}\": 1,\n")
        .endsWith("\"codesuture_suggestions_verified\": 0\n}\n");
  }

  @Test
  void openMetricsHasTypesAndNoSampleThatSumsUpOthers() throws IOException {
    StringWriter out = new StringWriter();
    OpenMetricsText.write(metrics(), out);
    assertThat(out.toString())
        .startsWith("# TYPE codesuture_incidents counter\n# HELP codesuture_incidents ")
        .contains("codesuture_incidents_total{severity=\"CRITICAL\"} 2\n")
        .contains("codesuture_patches_total{guard_type=\"odd\\\"\\\\\\n\"} 3\n")
        .contains("# TYPE codesuture_lifecycle gauge\n")
        .contains("codesuture_lifecycle{state=\"suggested\"} 1\n")
        .contains("codesuture_replay_success_total 0\n")
        .doesNotContain("codesuture_incidents_total 3")
        .endsWith("# EOF\n");
  }
}
