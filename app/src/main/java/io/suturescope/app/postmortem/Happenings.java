package io.suturescope.app.postmortem;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Stored;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.alert.Alert;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.DigestSpan.Recorded;
import io.suturescope.model.digest.DigestSpan.Words;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.Transition;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.rewind.Rewind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything dated that is recorded around one incident.
final class Happenings {

  private static final int ALERTS = 100_000;
  private static final int REWINDS = 100_000;

  private final Reading reading;
  private final StoredIncident stored;
  private final Incident incident;
  private final List<Happening> found = new ArrayList<>();

  private Happenings(Reading reading, StoredIncident stored) {
    this.reading = reading;
    this.stored = stored;
    this.incident = stored.incident();
  }

  /// In the order of time, what has no time last.
  static List<Happening> of(Reading reading, StoredIncident stored, Optional<PatchRow> patch) {
    Happenings happenings = new Happenings(reading, stored);
    happenings.crashes();
    happenings.alerts();
    happenings.rewinds();
    patch.ifPresent(happenings::patch);
    List<Happening> sorted = new ArrayList<>(happenings.found);
    sorted.sort(
        Comparator.comparing((Happening h) -> h.at().isEmpty())
            .thenComparing(h -> h.at().orElse(Instant.MAX)));
    return List.copyOf(sorted);
  }

  private void crashes() {
    found.add(
        Happening.of(
            incident.time(),
            stored.place(),
            new Words("This crash: "),
            new Recorded(incident.exceptionType()),
            new Words(" in "),
            new Recorded(incident.function())));
    reading.groups(new long[] {stored.group()}, IncidentQuery.ALL, Optional.empty(), 0).stream()
        .findFirst()
        .filter(group -> group.crashes() > 1)
        .ifPresent(group -> {
          String all =
              String.format(Locale.ROOT, "%,d crashes of this kind in all", group.crashes());
          found.add(
              new Happening(group.first(), List.of(new Words("First of " + all)), "incident logs"));
          found.add(
              new Happening(group.last(), List.of(new Words("Latest of " + all)), "incident logs"));
        });
  }

  private void alerts() {
    for (Stored<Alert> alert : reading.alerts(ALERTS)) {
      if (alert.fact().incidentId().equals(incident.id())
          && alert.source().id() == stored.source().id()
          && !incident.id().isEmpty()) {
        String severity = alert.fact().severity().name();
        found.add(
            Happening.of(
                alert.fact().time(),
                alert.place(),
                new Words("Alert written, severity " + severity + escalated())));
      }
    }
  }

  private String escalated() {
    return stored.escalatedTo().isPresent()
        ? " (escalated; the log says " + incident.severity() + ")"
        : "";
  }

  private void rewinds() {
    for (Stored<Rewind> rewind : reading.rewinds(REWINDS)) {
      if (rewind.source().id() == stored.source().id()
          && rewind.fact().function().equals(incident.function())
          && rewind.fact().exceptionType().equals(incident.exceptionType())) {
        found.add(
            Happening.of(
                rewind.fact().time(),
                rewind.place(),
                new Words(
                    "Rewind recorded, "
                        + rewind.fact().totalEvents()
                        + " steps before the crash")));
      }
    }
  }

  private void patch(PatchRow patch) {
    for (PatchRow.Layer layer : patch.layers()) {
      layer
          .lifecycle()
          .ifPresent(entry -> entry.transitions().forEach(t -> found.add(transition(t, layer))));
    }
    Place file = patch.filePlace().orElse(Place.wholeFile(""));
    Optional<PatchMetadata> metadata = patch.file().flatMap(PatchFile::metadata);
    metadata
        .flatMap(PatchMetadata::patchedAt)
        .ifPresent(at ->
            found.add(
                Happening.of(
                    Optional.of(at),
                    file,
                    new Words("Patch saved with a "),
                    new Recorded(metadata.get().guardType()))));
    patch
        .ttlEnd()
        .ifPresent(end ->
            found.add(
                Happening.of(
                    Optional.of(end),
                    metadata.isPresent() ? file : patch.lifecyclePlace().orElse(file),
                    new Words("The patch's time to live ends; it loads all the same"))));
  }

  private static Happening transition(Transition step, PatchRow.Layer layer) {
    List<DigestSpan> what = new ArrayList<>();
    what.add(new Recorded(layer.guardType()));
    what.add(new Words(" recorded as "));
    what.add(new Recorded(step.to()));
    if (!step.reason().isEmpty()) {
      what.add(new Words(": "));
      what.add(new Recorded(Redaction.masked(step.reason())));
    }
    return new Happening(
        step.at(), what, layer.place().map(Happening::where).orElse("lifecycle.json"));
  }
}
