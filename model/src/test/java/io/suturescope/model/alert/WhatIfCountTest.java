package io.suturescope.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.alert.WhatIf.Change;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.model.timeline.SeverityCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WhatIfCountTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final List<String> GUARDS =
      List.of("key_guard", "callable_guard", "file_guard", "type_coercion_guard", "return_guard");

  private static WhatIf whatIf(List<Crash> crashes, AlertPolicy after) {
    WhatIfCount count = new WhatIfCount(AlertPolicy.CODESUTURE, after);
    crashes.forEach(count::add);
    return count.result();
  }

  private static AlertPolicy rules(SeverityRules rules) {
    return new AlertPolicy(rules, AlertRouting.CODESUTURE);
  }

  private static Crash crash(int second, String function, String guard, Severity severity) {
    return new Crash(
        Optional.of(START.plusSeconds(second)),
        new CrashSite("shop.cart", function, guard),
        1,
        severity,
        false,
        0);
  }

  @Test
  void aNewWordRaisesWhatHoldsItAndSaysFromWhatToWhat() {
    List<Crash> crashes =
        List.of(
            crash(0, "total", "key_guard", Severity.MEDIUM),
            crash(1, "total", "key_guard", Severity.MEDIUM),
            crash(2, "label", "key_guard", Severity.MEDIUM));
    List<String> words = new ArrayList<>(SeverityRules.CODESUTURE.sensitiveWords());
    words.add("TOTAL");
    WhatIf whatIf = whatIf(crashes, rules(SeverityRules.CODESUTURE.withWords(words)));
    assertThat(whatIf.severitiesBefore()).isEqualTo(new SeverityCounts(0, 0, 3, 0, 0));
    assertThat(whatIf.severitiesAfter()).isEqualTo(new SeverityCounts(0, 2, 1, 0, 0));
    assertThat(whatIf.changes())
        .containsExactly(
            new Change(
                new CrashSite("shop.cart", "total", "key_guard"),
                Severity.MEDIUM,
                Severity.HIGH,
                2));
    assertThat(whatIf.alertsBefore().files()).isZero();
    assertThat(whatIf.alertsAfter().files()).isEqualTo(2);
    assertThat(whatIf.alertsAfter().first()).contains(START);
    assertThat(whatIf.alertsAfter().last()).contains(START.plusSeconds(1));
  }

  @Property
  void rulesThatAreNotEditedChangeNothing(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 4) Integer> picks) {
    List<Crash> crashes = new ArrayList<>();
    for (int pick : picks) {
      // Logged severities that need not be what the rules give.
      crashes.add(crash(crashes.size(), "f" + pick, GUARDS.get(pick), Severity.values()[4 - pick]));
    }
    WhatIf whatIf = whatIf(crashes, AlertPolicy.CODESUTURE);
    assertThat(whatIf.changes()).isEmpty();
    assertThat(whatIf.severitiesAfter()).isEqualTo(whatIf.severitiesBefore());
    assertThat(whatIf.alertsAfter()).isEqualTo(whatIf.alertsBefore());
  }

  @Property
  void countsMoveExactlyByTheChanges(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 4) Integer> picks,
      @ForAll @IntRange(min = 0, max = 3) int severity,
      @ForAll @IntRange(min = 0, max = 4) int guard) {
    List<Crash> crashes = new ArrayList<>();
    for (int pick : picks) {
      String name = GUARDS.get(pick);
      crashes.add(
          crash(
              crashes.size(),
              "f",
              name,
              SeverityRules.CODESUTURE.trace(name, "shop.cart", "f", 1).severity()));
    }
    SeverityRules edited =
        SeverityRules.CODESUTURE.with(GUARDS.get(guard), AlertRouting.SEVERITIES.get(severity));
    WhatIf whatIf = whatIf(crashes, rules(edited));
    SeverityCounts moved = whatIf.severitiesBefore();
    for (Change change : whatIf.changes()) {
      moved = moved.plus(change.from(), -change.crashes()).plus(change.to(), change.crashes());
    }
    assertThat(moved).isEqualTo(whatIf.severitiesAfter());
    for (AlertSummary alerts : List.of(whatIf.alertsBefore(), whatIf.alertsAfter())) {
      assertThat(alerts.bySeverity().total() + alerts.nobody()).isEqualTo(crashes.size());
    }
  }

  @Test
  void aCrashWithoutTimeIsCountedButNotSimulated() {
    Crash dated = crash(0, "f", "callable_guard", Severity.CRITICAL);
    Crash undated = new Crash(Optional.empty(), dated.site(), 1, Severity.CRITICAL, false, 0);
    WhatIf whatIf = whatIf(List.of(dated, undated), AlertPolicy.CODESUTURE);
    assertThat(whatIf.severitiesBefore().critical()).isEqualTo(2);
    assertThat(whatIf.alertsBefore().files()).isEqualTo(1);
    assertThat(whatIf.alertsBefore().undated()).isEqualTo(1);
  }
}
