package io.suturescope.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | None",
        "true | True",
        "\"\" | ''",
        "\"it's\" | \"it's\"",
        "0.0 | 0.0",
        "[] | []",
        "{\"a\": [null, \"true\"]} | {'a': [None, 'true']}",
        "\"say \\\"hi\\\"\" | 'say \"hi\"'",
        "\"open | \"open",
        "NaN | NaN"
      })
  void jsonReadsAsPythonWouldPrintIt(String json, String python) {
    assertThat(PythonText.of(json)).isEqualTo(python);
  }
}
