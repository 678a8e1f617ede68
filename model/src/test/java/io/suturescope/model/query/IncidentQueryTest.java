package io.suturescope.model.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.incident.Severity;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentQueryTest {

  private static IncidentQuery understood(String text) {
    return switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) -> query;
      case QueryParse.Wrong(List<QueryProblem> problems) ->
          throw new AssertionError(text + " " + problems);
    };
  }

  private static QueryProblem problem(String text) {
    return switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) -> throw new AssertionError(query);
      case QueryParse.Wrong(List<QueryProblem> problems) -> problems.getFirst();
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity:>=high fn:save* -state:fixed since:2d",
        "status:patched,replayed guard:null_guard",
        "\"quasar lattice\" -timeout",
        "hour:09-17 is:new until:2026-11-01",
        "ttl:<2d verdict:divergent signature:invalid,unsigned",
        "ttl:<-1d effective:expired_loads agent:web-1 python:3.12",
        "fn:\"a b\",\"c,d\" module:shop.* file:*cart.py exception:KeyError",
        "since:2026-11-01T03:00:00Z fingerprint:6a3492997bed3a26 source:night"
      })
  void textFormParsesBackToTheSameQuery(String text) {
    IncidentQuery query = understood(text);
    assertThat(query.text()).isEqualTo(text);
    assertThat(understood(query.text()).sameMeaning(query)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severty:high | 0 | 8 | severity:",
        "fn:save severity:hihg | 17 | 21 | high",
        "state:patchd | 6 | 12 | patched",
        "ttl:soon | 4 | 8 | <2d",
        "hour:25-99 | 5 | 10 | 09-17",
        "is:fresh | 3 | 8 | ''",
        "fn:\"open | 3 | 8 | '\"open\"'",
        "severity: | 0 | 9 | ''",
        "since:yesterday | 6 | 15 | ''"
      })
  void aWrongPartIsNamedByPositionWithAProposal(String text, int start, int end, String proposal) {
    QueryProblem problem = problem(text.strip());
    assertThat(List.of(problem.start(), problem.end())).containsExactly(start, end);
    assertThat(problem.proposal()).isEqualTo(proposal);
  }

  @Test
  void everyProblemOfATextIsReported() {
    assertThat(IncidentQuery.parse("severty:high state:patchd fn:x"))
        .isInstanceOfSatisfying(
            QueryParse.Wrong.class, wrong -> assertThat(wrong.problems()).hasSize(2));
  }

  @Test
  void atLeastHighIsHighAndCritical() {
    var level =
        (QueryValue.Level) understood("severity:>=high").terms().getFirst().values().getFirst();
    assertThat(Severity.values())
        .filteredOn(level::matches)
        .containsExactly(Severity.CRITICAL, Severity.HIGH);
  }

  @Test
  void belowMediumLeavesUnknownOut() {
    var level =
        (QueryValue.Level) understood("severity:<medium").terms().getFirst().values().getFirst();
    assertThat(Severity.values()).filteredOn(level::matches).containsExactly(Severity.LOW);
  }

  @Test
  void hoursMayRunOverMidnight() {
    var hours = (QueryValue.Hours) understood("hour:22-06").terms().getFirst().values().getFirst();
    assertThat(hours.contains(23)).isTrue();
    assertThat(hours.contains(5)).isTrue();
    assertThat(hours.contains(6)).isFalse();
  }

  @Test
  void aClickReplacesTheTermsOfItsKey() {
    IncidentQuery query =
        understood("severity:low save since:2d")
            .with(
                QueryTerm.of(
                    QueryKey.SEVERITY, new QueryValue.Level(Comparison.EQUAL, Severity.HIGH)));
    assertThat(query.text()).isEqualTo("save since:2d severity:high");
  }

  @Test
  void aColonInsideAWordIsNotAKeyWhenQuoted() {
    assertThat(understood("\"KeyError: 'a'\"").words()).hasSize(1);
  }

  @Property
  void anyTextParsesToAQueryOrToProblemsInsideIt(@ForAll String text) {
    switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) ->
          assertThat(understood(query.text()).sameMeaning(query)).isTrue();
      case QueryParse.Wrong(List<QueryProblem> problems) ->
          assertThat(problems)
              .allSatisfy(p -> {
                assertThat(p.start()).isBetween(0, text.length());
                assertThat(p.end()).isBetween(p.start(), text.length());
              });
    }
  }

  @Property
  void textsOfTheLanguageSurviveARoundTrip(@ForAll("queries") String text) {
    if (IncidentQuery.parse(text) instanceof QueryParse.Understood(IncidentQuery query)) {
      assertThat(understood(query.text()).sameMeaning(query)).as(text).isTrue();
    }
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "severity:",
            "fn:",
            "-",
            "\"",
            ",",
            ":",
            "<",
            ">=",
            "high",
            "2d",
            " ",
            "a*b",
            "\\",
            "is:",
            "copy",
            "hour:",
            "09-17",
            "since:",
            "2026-11-01",
            "ttl:",
            "-state:",
            "fixed");
    return piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces));
  }

  @Test
  void theSpotUnderTheCaretIsAKeyOrAValue() {
    assertThat(CompletionSpot.at("fn:save sev", 11))
        .isEqualTo(new CompletionSpot(Optional.empty(), "sev", 8, 11));
    assertThat(CompletionSpot.at("fn:save sev", 11).keys()).containsExactly(QueryKey.SEVERITY);
    assertThat(CompletionSpot.at("guard:null_guard,ke", 19))
        .isEqualTo(new CompletionSpot(Optional.of(QueryKey.GUARD), "ke", 17, 19));
    assertThat(CompletionSpot.at("severity:>=h", 12))
        .isEqualTo(new CompletionSpot(Optional.of(QueryKey.SEVERITY), "h", 11, 12));
    assertThat(CompletionSpot.at("-state:fi", 9))
        .isEqualTo(new CompletionSpot(Optional.of(QueryKey.STATE), "fi", 7, 9));
  }
}
