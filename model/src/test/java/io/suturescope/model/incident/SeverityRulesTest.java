package io.suturescope.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.incident.SeverityTrace.Outcome;
import io.suturescope.model.incident.SeverityTrace.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeverityRulesTest {

  private static final SeverityRules RULES = SeverityRules.CODESUTURE;

  @Provide
  Arbitrary<String> guards() {
    return Arbitraries.of(RULES.guards().keySet())
        .injectDuplicates(0.2)
        .edgeCases(edges -> edges.add("return_guard", "autonomous_rule", ""));
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> words = Arbitraries.of(RULES.sensitiveWords());
    Arbitrary<String> plain = Arbitraries.strings().withChars("shopcart._").ofMaxLength(12);
    return Arbitraries.oneOf(
        plain, words.map(w -> "x." + w.toUpperCase(java.util.Locale.ROOT) + "_y"));
  }

  @Property
  void theWinnerIsTheShortFormAndNoRuleBeforeItMatched(
      @ForAll("guards") String guard,
      @ForAll("names") String module,
      @ForAll("names") String function,
      @ForAll @IntRange(min = -1, max = 5) int hits) {
    SeverityTrace trace = RULES.trace(guard, module, function, hits);
    SeverityRule.Judgement judged = SeverityRule.recompute(guard, module, function, hits);
    Step winner = trace.winner();
    assertThat(new SeverityRule.Judgement(trace.severity(), winner.number(), winner.why()))
        .isEqualTo(judged);
    assertThat(trace.steps()).extracting(Step::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    for (Step step : trace.steps()) {
      Outcome expected =
          step.number() < winner.number()
              ? Outcome.NO_MATCH
              : step == winner ? Outcome.DECIDES : Outcome.NOT_REACHED;
      assertThat(step.outcome()).isEqualTo(expected);
      assertThat(step.why().isEmpty()).isEqualTo(expected == Outcome.NOT_REACHED);
      assertThat(step.severity().isPresent()).isEqualTo(step == winner);
    }
  }

  @Test
  void theTraceSaysTheWordAndTheGuard() {
    SeverityTrace trace = RULES.trace("key_guard", "shop.catalog", "author_name", 1);
    assertThat(trace.steps().get(0).why()).isEqualTo("the guard is key_guard");
    assertThat(trace.winner().why()).isEqualTo("the name holds the sensitive word auth");
    assertThat(trace.steps().get(5).outcome()).isEqualTo(Outcome.NOT_REACHED);
  }

  @Test
  void editedRulesDecideOtherwise() {
    SeverityRules edited =
        RULES
            .withWords(List.of(" Cart ", "", "cart"))
            .with("key_guard", true)
            .with("file_guard", Severity.CRITICAL)
            .withThreshold(1);
    assertThat(edited.sensitiveWords()).containsExactly("cart");
    assertThat(edited.trace("key_guard", "shop.cart", "get", 1).severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(edited.trace("key_guard", "shop.auth", "get", 1).severity()).isEqualTo(Severity.LOW);
    assertThat(edited.trace("file_guard", "shop", "load", 1).winner().number()).isEqualTo(1);
  }
}
