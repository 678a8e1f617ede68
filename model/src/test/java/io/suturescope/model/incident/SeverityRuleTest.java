package io.suturescope.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityRuleTest {

  @ParameterizedTest
  @CsvSource({
    "callable_guard, shop.cart, f, 1, CRITICAL, 1",
    "division_guard, shop.billing, split_invoice, 1, CRITICAL, 2",
    "key_guard, shop.catalog, author_name, 1, HIGH, 2",
    "null_guard, shop.text, TOKENIZE, 1, HIGH, 2",
    "chain_subscript_guard, shop.cart, zone, 1, HIGH, 4",
    "null_guard, shop.cart, text, 0, HIGH, 5",
    "null_guard, shop.cart, text, 1, MEDIUM, 6",
    "null_guard, shop.cart, text, 3, LOW, 6",
    "file_guard, shop.catalog, load_feed, 1, LOW, 7",
    "return_guard, shop.models, totals, 1, MEDIUM, 8",
    "quantum_guard, shop.models, totals, 4, LOW, 8"
  })
  void theFirstMatchingRuleDecides(
      String guard, String module, String function, int hits, Severity severity, int number) {
    assertThat(SeverityRule.recompute(guard, module, function, hits))
        .extracting(SeverityRule.Judgement::severity, SeverityRule.Judgement::number)
        .containsExactly(severity, number);
  }
}
