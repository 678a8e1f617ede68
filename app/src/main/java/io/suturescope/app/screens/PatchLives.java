package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.model.life.AgeRule;
import io.suturescope.model.life.AgeVerdict;
import io.suturescope.model.life.Anomaly;
import io.suturescope.model.life.EdgeKind;
import io.suturescope.model.life.PatchHistory;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.views.code.LifeState;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.patches.AnomalyLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes the life of a patch, and what is odd in it, for the screen.
final class PatchLives {

  /// These rules look at the file, of which there is one; the others at each entry.
  private static final Set<AgeRule> OF_THE_FILE = EnumSet.of(AgeRule.AUDIT, AgeRule.LOADER);

  private static final Set<Anomaly.Kind> ALARMING =
      EnumSet.of(
          Anomaly.Kind.BOUNCES,
          Anomaly.Kind.IMPOSSIBLE_EDGE,
          Anomaly.Kind.TIME_BACKWARDS,
          Anomaly.Kind.ENTRY_LOST);

  private PatchLives() {}

  static LifeState life(PatchRow row, List<Anomaly> anomalies, TimeView time) {
    List<PatchRow.Layer> layers =
        row.layers().stream().filter(layer -> layer.lifecycle().isPresent()).toList();
    PatchHistory history = PatchHistory.of(row.entries());
    String note =
        history.steps().isEmpty() ? "No lifecycle entry records a step of this patch." : "";
    return new LifeState(
        history.steps().stream().map(step -> step(step, layers)).toList(),
        rules(row, time),
        anomalies.stream().map(PatchLives::odd).toList(),
        time,
        note);
  }

  private static LifeState.Step step(PatchHistory.Step step, List<PatchRow.Layer> layers) {
    String broken = step.continues() ? "" : "; its record has a gap before it";
    return new LifeState.Step(
        step.at(),
        step.recorded().from(),
        step.recorded().to(),
        step.guard(),
        step.dwell().map(Words::dwell).orElse(""),
        judged(step.kind()),
        Redaction.masked(step.reason()) + broken,
        layers.get(step.layer()).place().map(PatchLives::place).orElse(""));
  }

  private static Chip judged(EdgeKind kind) {
    return new Chip(
        kind.word(),
        switch (kind) {
          case DOCUMENTED, USUAL -> Tone.NEUTRAL;
          case ODD -> Tone.HIGH;
          case ALARM -> Tone.CRITICAL;
        });
  }

  private static String place(Place place) {
    return place.line() > 0 ? place.file() + ":" + place.line() : place.file();
  }

  private static List<LifeState.Rule> rules(PatchRow row, TimeView time) {
    Optional<PatchMetadata> metadata = row.file().flatMap(PatchFile::metadata);
    List<LifecycleEntry> entries = row.entries();
    List<LifeState.Rule> rules = new ArrayList<>();
    for (AgeRule rule : AgeRule.values()) {
      boolean once =
          entries.size() < 2
              || OF_THE_FILE.contains(rule)
              || (rule == AgeRule.OURS && metadata.isPresent());
      if (once) {
        rules.add(rule("", rule.judge(row.lifecycle(), metadata, time.now())));
      } else {
        entries.forEach(entry ->
            rules.add(
                rule(
                    " of " + entry.guardType(),
                    rule.judge(Optional.of(entry), metadata, time.now()))));
      }
    }
    return rules;
  }

  private static LifeState.Rule rule(String of, AgeVerdict verdict) {
    String name =
        switch (verdict.rule()) {
          case AUDIT -> "audit";
          case LOADER -> "loader";
          case LIFECYCLE_EXPIRED -> "lifecycle expired";
          case LIFECYCLE_STALE -> "lifecycle stale";
          case METRICS_EXPIRING_SOON -> "metrics";
          case OURS -> "Suturescope";
        };
    return new LifeState.Rule(name + of, verdict.sentence(), verdict.rule() == AgeRule.OURS);
  }

  private static LifeState.Odd odd(Anomaly anomaly) {
    return new LifeState.Odd(
        kind(anomaly.kind()),
        ALARMING.contains(anomaly.kind()),
        Redaction.masked(anomaly.sentence()),
        evidence(anomaly));
  }

  /// @param place where the patch is, as lists say it
  static AnomalyLine line(PatchRow row, String place, Anomaly anomaly) {
    return new AnomalyLine(
        kind(anomaly.kind()),
        ALARMING.contains(anomaly.kind()),
        Words.shortName(row.function()),
        place,
        Redaction.masked(anomaly.sentence()),
        evidence(anomaly));
  }

  /// The first piece, with where it stands, and how many more there are.
  private static String evidence(Anomaly anomaly) {
    if (anomaly.evidence().isEmpty()) {
      return "";
    }
    Anomaly.Evidence first = anomaly.evidence().getFirst();
    String said = Redaction.masked(first.text());
    String text =
        said
            + first
                .place()
                .filter(place -> !said.contains(place.file()))
                .map(place -> " (" + place(place) + ")")
                .orElse("");
    long more = anomaly.occurrences() - 1;
    return more == 0 ? text : text + " and " + Words.count(more, "more", "more");
  }

  private static String kind(Anomaly.Kind kind) {
    return switch (kind) {
      case BOUNCES -> "bounces";
      case IMPOSSIBLE_EDGE -> "impossible step";
      case TIME_BACKWARDS -> "time goes back";
      case ENTRY_LOST -> "entry lost";
      case ALERT_SEVERITY -> "alert differs";
      case TARGET_CONFLICT -> "target differs";
      case ENTRY_WITHOUT_FILE -> "entry without file";
      case FILE_WITHOUT_ENTRY -> "file without entry";
    };
  }
}
