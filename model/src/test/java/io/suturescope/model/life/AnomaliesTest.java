package io.suturescope.model.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.life.Anomaly.Kind;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomaliesTest {

  private static final Place STORE = Place.wholeFile(".codesuture_store/m.f.json");
  private static final Place LOG = new Place("incidents_2026-05-01.jsonl", 3, 0, 9);
  private static final LifecycleEntry SUGGESTED =
      Lives.entry("key_guard", Lives.path("detected", "patched", "suggested"));
  private static final PatchMetadata METADATA = Lives.metadata("key_guard", "row", Lives.START, 7);

  /// A life that can be changed at one point.
  private record Life(
      String module,
      String function,
      List<LifeEvidence.Layer> layers,
      boolean lifecycleRead,
      boolean storeRead,
      Optional<LifeEvidence.StoreFile> file,
      List<LifeEvidence.AlertFile> alerts,
      List<LifeEvidence.Crash> crashes) {

    static Life healthy() {
      return new Life(
          "m",
          "f",
          List.of(new LifeEvidence.Layer(SUGGESTED, Lives.LIFECYCLE, false, false)),
          true,
          true,
          Optional.of(new LifeEvidence.StoreFile(Lives.file(true, METADATA), STORE, false)),
          List.of(),
          List.of(crash("key_guard", "row")));
    }

    Life named(String newModule, String newFunction) {
      return new Life(
          newModule, newFunction, layers, lifecycleRead, storeRead, file, alerts, crashes);
    }

    Life layer(LifecycleEntry entry) {
      return layer(entry, false, false);
    }

    Life layer(LifecycleEntry entry, boolean gone, boolean lost) {
      List<LifeEvidence.Layer> one =
          List.of(new LifeEvidence.Layer(entry, Lives.LIFECYCLE, gone, lost));
      return new Life(module, function, one, lifecycleRead, storeRead, file, alerts, crashes);
    }

    Life noLayers() {
      return new Life(module, function, List.of(), lifecycleRead, storeRead, file, alerts, crashes);
    }

    Life noLifecycle() {
      return new Life(module, function, layers, false, storeRead, file, alerts, crashes);
    }

    Life noStore() {
      return new Life(
          module, function, layers, lifecycleRead, false, Optional.empty(), alerts, crashes);
    }

    Life file(PatchFile patch, boolean gone) {
      Optional<LifeEvidence.StoreFile> one =
          Optional.of(new LifeEvidence.StoreFile(patch, STORE, gone));
      return new Life(module, function, layers, lifecycleRead, storeRead, one, alerts, crashes);
    }

    Life noFile() {
      return new Life(
          module, function, layers, lifecycleRead, storeRead, Optional.empty(), alerts, crashes);
    }

    Life alerts(LifeEvidence.AlertFile... some) {
      return new Life(
          module, function, layers, lifecycleRead, storeRead, file, List.of(some), crashes);
    }

    Life crashes(LifeEvidence.Crash... some) {
      return new Life(
          module, function, layers, lifecycleRead, storeRead, file, alerts, List.of(some));
    }

    List<Anomaly> anomalies() {
      return Anomalies.of(
          new LifeEvidence(
              module, function, layers, lifecycleRead, storeRead, file, alerts, crashes));
    }

    List<Kind> kinds() {
      return anomalies().stream().map(Anomaly::kind).toList();
    }
  }

  private static LifeEvidence.Crash crash(String guard, String target) {
    return new LifeEvidence.Crash(guard, target, Optional.of(Lives.START), LOG);
  }

  private static LifeEvidence.AlertFile alert(Severity alert, Severity logged) {
    return new LifeEvidence.AlertFile(
        new Alert("0123456789ab", alert, Optional.of(Lives.START), "t"),
        Place.wholeFile("alerts/ALERT_x_" + alert + "_0123456789ab.md"),
        logged);
  }

  private static LifecycleEntry entry(String... states) {
    return Lives.entry("key_guard", Lives.path(states));
  }

  @Test
  void aUsualLifeHasNone() {
    assertThat(Life.healthy().anomalies()).isEmpty();
    assertThat(
            Life.healthy().layer(entry("detected", "patched", "suggested", "expired")).anomalies())
        .as("odd is no alarm")
        .isEmpty();
  }

  @Test
  void fiveBouncesADayAreOneAnomalyWithEachAsEvidence() {
    List<Transition> steps = new ArrayList<>(Lives.path("detected", "patched", "suggested"));
    for (int i = 0; i < 30; i++) {
      steps.add(Lives.step("suggested", "patched", Lives.START.plusSeconds(10 + i)));
      steps.add(Lives.step("patched", "suggested", Lives.START.plusSeconds(10 + i)));
    }
    assertThat(Life.healthy().layer(Lives.entry("g", steps.subList(0, 10))).anomalies())
        .as("four")
        .isEmpty();
    Anomaly five =
        Life.healthy().layer(Lives.entry("g", steps.subList(0, 12))).anomalies().getFirst();
    assertThat(five.kind()).isEqualTo(Kind.BOUNCES);
    assertThat(five.guard()).isEqualTo("g");
    assertThat(five.evidence()).hasSize(5).allMatch(e -> e.when().isPresent());
    Anomaly many = Life.healthy().layer(Lives.entry("g", steps)).anomalies().getFirst();
    assertThat(many.evidence()).hasSize(Anomaly.SHOWN);
    assertThat(many.occurrences()).isEqualTo(30);
  }

  @Test
  void stepsThatCannotBeAreNamed() {
    Anomaly anomaly =
        Life.healthy()
            .layer(entry("detected", "patched", "detected", "Gone"))
            .anomalies()
            .getFirst();
    assertThat(anomaly.kind()).isEqualTo(Kind.IMPOSSIBLE_EDGE);
    assertThat(anomaly.sentence())
        .isEqualTo(
            "Its record holds 2 steps that cannot be, such as patched to detected: no such step"
                + " exists.");
    LifecycleEntry broken =
        Lives.entry(
            "g",
            List.of(
                Lives.step("detected", "patched", Lives.START),
                Lives.step("verified", "fixed", Lives.START)));
    assertThat(Life.healthy().layer(broken).anomalies().getFirst().evidence().getFirst())
        .extracting(Anomaly.Evidence::text)
        .isEqualTo("verified to fixed, though it stood in patched");
  }

  @Test
  void timeThatGoesBackIsFoundAlsoAcrossAnUndatedStep() {
    List<Transition> steps =
        List.of(
            Lives.step("detected", "patched", Lives.START.plusSeconds(9)),
            new Transition("patched", "suggested", Optional.empty(), ""),
            Lives.step("suggested", "patched", Lives.START.plusSeconds(8)));
    assertThat(Life.healthy().layer(Lives.entry("g", steps)).kinds())
        .containsExactly(Kind.TIME_BACKWARDS);
    assertThat(
            Life.healthy()
                .layer(
                    Lives.entry("g", List.of(Lives.step("detected", "patched", Lives.START))))
                .kinds())
        .as("the same instant is not backwards")
        .isEmpty();
  }

  @Test
  void anEntryThatVanishedIsLostUnlessItWasOverOrAllIsGone() {
    assertThat(Life.healthy().layer(SUGGESTED, true, true).kinds())
        .containsExactly(Kind.ENTRY_LOST);
    assertThat(Life.healthy().layer(SUGGESTED, true, false).noLifecycle().kinds()).isEmpty();
    assertThat(
            Life.healthy()
                .layer(entry("detected", "patched", "rolled_back"), true, true)
                .noFile()
                .kinds())
        .isEmpty();
  }

  @Test
  void alertsThatDifferAreOneAnomalyWithTheirFiles() {
    Anomaly anomaly =
        Life.healthy()
            .alerts(
                alert(Severity.CRITICAL, Severity.HIGH),
                alert(Severity.HIGH, Severity.HIGH),
                alert(Severity.CRITICAL, Severity.HIGH))
            .anomalies()
            .getFirst();
    assertThat(anomaly.kind()).isEqualTo(Kind.ALERT_SEVERITY);
    assertThat(anomaly.sentence())
        .isEqualTo(
            "2 alerts say CRITICAL where the log says HIGH: escalation changes the alert and not"
                + " the log.");
    assertThat(anomaly.evidence()).hasSize(2);
    assertThat(anomaly.evidence().getFirst().text())
        .isEqualTo("alert CRITICAL, log HIGH: alerts/ALERT_x_CRITICAL_0123456789ab.md");
    assertThat(Life.healthy().alerts(alert(Severity.HIGH, Severity.UNKNOWN)).kinds()).isEmpty();
  }

  @Test
  void theTargetMustBeThatOfTheNewestCrashOfTheSameGuard() {
    assertThat(Life.healthy().crashes(crash("key_guard", "record")).kinds())
        .containsExactly(Kind.TARGET_CONFLICT);
    assertThat(Life.healthy().crashes(crash("index_guard", "record")).kinds())
        .as("an earlier layer")
        .isEmpty();
    assertThat(Life.healthy().crashes(crash("key_guard", "")).kinds()).as("no text").isEmpty();
  }

  @Test
  void underNullGuardTheTwoDifferByDesign() {
    PatchMetadata metadata = Lives.metadata("null_guard", "profile", Lives.START, 7);
    assertThat(
            Life.healthy()
                .file(Lives.file(true, metadata), false)
                .crashes(crash("null_guard", "user"))
                .kinds())
        .isEmpty();
  }

  @Test
  void aTargetThatIsNoTextCannotBeCompared() {
    PatchMetadata list =
        new PatchMetadata(
            "f",
            "key_guard",
            "[\"row\"]",
            "null",
            Optional.of(Lives.START),
            Optional.of(7),
            "",
            "",
            Map.of("target", "[\"row\"]"));
    assertThat(
            Life.healthy()
                .file(Lives.file(true, list), false)
                .crashes(crash("key_guard", "['row']"))
                .kinds())
        .isEmpty();
  }

  @Test
  void anEntryInForceNeedsItsCode() {
    assertThat(Life.healthy().noFile().kinds()).containsExactly(Kind.ENTRY_WITHOUT_FILE);
    assertThat(Life.healthy().file(Lives.file(false, METADATA), false).anomalies().getFirst())
        .extracting(Anomaly::sentence)
        .asString()
        .contains("its metadata without the code");
    assertThat(Life.healthy().file(Lives.file(true, METADATA), true).kinds())
        .containsExactly(Kind.ENTRY_WITHOUT_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "rolled_back"})
  void whatIsOverNeedsNoFile(String state) {
    assertThat(
            Life.healthy().layer(entry("detected", "patched", "suggested", state)).noFile().kinds())
        .isEmpty();
  }

  @Test
  void whatMayBeAClosureNeedsNoFileUnlessItHadOne() {
    assertThat(Life.healthy().noStore().kinds()).as("a store elsewhere").isEmpty();
    assertThat(Life.healthy().named("m", "build.<locals>.fmt").noFile().kinds()).isEmpty();
    assertThat(Life.healthy().named("__main__", "fmt").noFile().kinds()).isEmpty();
    assertThat(Life.healthy().named("__main__", "Page.fmt").noFile().kinds())
        .containsExactly(Kind.ENTRY_WITHOUT_FILE);
    assertThat(
            Life.healthy().named("__main__", "fmt").file(Lives.file(true, METADATA), true).kinds())
        .containsExactly(Kind.ENTRY_WITHOUT_FILE);
  }

  @Test
  void aFileThatTheLifecycleDoesNotKnow() {
    assertThat(Life.healthy().noLayers().kinds()).containsExactly(Kind.FILE_WITHOUT_ENTRY);
    assertThat(Life.healthy().noLayers().noLifecycle().kinds())
        .as("nothing to miss it in")
        .isEmpty();
    assertThat(Life.healthy().noLayers().file(Lives.file(true, METADATA), true).kinds()).isEmpty();
  }
}
