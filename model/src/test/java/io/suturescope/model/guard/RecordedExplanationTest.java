package io.suturescope.model.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Explanations of patches without bytecode, for every guard type; `recorded.txt` holds them.
class RecordedExplanationTest {
  private static final List<String> TYPES =
      List.of(
          "null_guard",
          "key_guard",
          "subscript_guard",
          "dict_get_guard",
          "chain_subscript_guard",
          "index_guard",
          "list_bound_guard",
          "division_guard",
          "str_coerce_guard",
          "type_coercion_guard",
          "file_guard",
          "callable_guard",
          "return_guard",
          "autonomous_rule",
          "retry_guard",
          "");

  private static GuardExplanation explain(String type, String value) {
    return GuardExplanation.of(
        new GuardQuestion(
            type,
            "item",
            value,
            "shop.billing",
            "Cart.add",
            "",
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void everyTypeIsExplainedFromItsMetadata() throws IOException {
    StringBuilder told = new StringBuilder();
    for (String type : TYPES) {
      GuardExplanation explanation = explain(type, "\"\"");
      told.append(type.isEmpty() ? "(none)" : type).append('\n');
      told.append("  ").append(explanation.text()).append('\n');
      explanation.details().forEach(detail -> told.append("  + ").append(detail).append('\n'));
      explanation.warnings().forEach(warning -> told.append("  ! ").append(warning).append('\n'));
    }
    try (InputStream golden =
        Objects.requireNonNull(RecordedExplanationTest.class.getResourceAsStream("recorded.txt"))) {
      assertThat(told).hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "null | None",
        "\"\" | ''",
        "false | False",
        "[] | []",
        "{} | {}",
        "1.0 | 1.0",
        "[null,true] | [None, True]",
        "{\"a\": \"it's\"} | {'a': \"it's\"}",
        "\"\\u00fc\\n\" | 'ü\\n'",
        "NaN | nan",
        "\"open | \"open",
        "oops | oops",
        "\"\\q\" | \"\\q\""
      })
  void defaultsAreWrittenAsPythonWritesThem(String json, String python) {
    assertThat(PythonValue.of(json)).isEqualTo(python);
  }

  @Test
  void namesAndValuesAreCode() {
    assertThat(explain("file_guard", "null").sentence())
        .filteredOn(GuardExplanation.Phrase::code)
        .extracting(GuardExplanation.Phrase::text)
        .containsExactly("item", "Cart.add", "None");
  }
}
