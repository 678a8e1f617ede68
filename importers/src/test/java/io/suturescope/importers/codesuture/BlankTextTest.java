package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing but white space is no record, wherever it is met.
class BlankTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t  ", "\r", "   \r"})
  void aBlankLineIsNoIncident(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(new IncidentLine().read(bytes, 0, bytes.length))
        .isInstanceOf(IncidentLine.Result.Bad.class);
  }

  @Test
  void aBlankDocumentIsNoJson() {
    byte[] bytes = " \n\t ".getBytes(StandardCharsets.UTF_8);
    assertThat(JsonDocument.parse(bytes, 0, bytes.length))
        .isInstanceOf(JsonDocument.Parsed.Bad.class);
  }
}
