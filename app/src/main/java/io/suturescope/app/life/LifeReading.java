package io.suturescope.app.life;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Stored;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.alert.Alert;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.life.Anomalies;
import io.suturescope.model.life.Anomaly;
import io.suturescope.model.life.LifeEvidence;
import io.suturescope.model.life.PatchHistory;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the workspace says of the lives of its patches. Asks the store, so not for the UI thread.
public final class LifeReading {

  /// The newest ones: the crash of each is loaded.
  private static final int ALERTS = 2_000;

  private final Reading reading;
  private final Set<Long> withLifecycle;
  private final Set<Long> withStore;
  private final Map<Function, List<LifeEvidence.AlertFile>> alerts;

  private record Function(long source, String module, String name) {}

  private LifeReading(Reading reading, List<PatchRow> all) {
    this.reading = reading;
    this.withLifecycle =
        sources(
            all,
            row -> row.layers().stream().anyMatch(l -> l.lifecycle().isPresent() && !l.gone()));
    this.withStore = sources(all, row -> row.file().isPresent());
    this.alerts = alerts(reading);
  }

  /// Prepares what is asked of every patch.
  ///
  /// @param all every patch of the workspace, not those of a query: what is missing from a source
  ///   can be told only from all of it
  public static LifeReading of(Reading reading, List<PatchRow> all) {
    return new LifeReading(reading, all);
  }

  /// What is wrong with the record of a patch; mostly nothing.
  public List<Anomaly> anomalies(PatchRow patch) {
    return Anomalies.of(evidence(patch));
  }

  /// The steps of all its layers, those included that are gone.
  public static PatchHistory history(PatchRow patch) {
    return PatchHistory.of(patch.entries());
  }

  LifeEvidence evidence(PatchRow patch) {
    long source = patch.source().id();
    return new LifeEvidence(
        patch.module(),
        patch.function(),
        layers(patch),
        withLifecycle.contains(source),
        withStore.contains(source),
        patch
            .file()
            .flatMap(f ->
                patch
                    .filePlace()
                    .map(place -> new LifeEvidence.StoreFile(f, place, patch.fileGone()))),
        alerts.getOrDefault(new Function(source, patch.module(), patch.function()), List.of()),
        newestCrash(patch).stream().toList());
  }

  private static List<LifeEvidence.Layer> layers(PatchRow patch) {
    List<LifeEvidence.Layer> layers = new ArrayList<>();
    for (PatchRow.Layer layer : patch.layers()) {
      if (layer.lifecycle().isPresent() && layer.place().isPresent()) {
        layers.add(
            new LifeEvidence.Layer(
                layer.lifecycle().get(), layer.place().get(), layer.gone(), layer.lost()));
      }
    }
    return layers;
  }

  /// The metadata are of one guard: crashes of the others have nothing to be compared with.
  private Optional<LifeEvidence.Crash> newestCrash(PatchRow patch) {
    Optional<String> guard =
        patch
            .file()
            .filter(f -> !patch.fileGone())
            .flatMap(PatchFile::metadata)
            .map(PatchMetadata::guardType);
    if (guard.isEmpty()) {
      return Optional.empty();
    }
    return reading.latestCrashes(patch, guard, Optional.empty(), 1).stream()
        .findFirst()
        .map(LifeReading::crash);
  }

  private static LifeEvidence.Crash crash(StoredIncident stored) {
    Incident incident = stored.incident();
    return new LifeEvidence.Crash(
        incident.guardType(), incident.targetVariable(), incident.time(), stored.place());
  }

  private static Set<Long> sources(List<PatchRow> rows, Predicate<PatchRow> wanted) {
    return rows.stream()
        .filter(wanted)
        .map(row -> row.source().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<Function, List<LifeEvidence.AlertFile>> alerts(Reading reading) {
    Map<Function, List<LifeEvidence.AlertFile>> alerts = new HashMap<>();
    List<Stored<Alert>> named =
        reading.alerts(ALERTS).stream()
            .filter(alert -> !alert.gone() && !alert.fact().incidentId().isEmpty())
            .toList();
    Map<String, List<StoredIncident>> crashes =
        reading.incidents(named.stream().map(alert -> alert.fact().incidentId()).toList());
    for (Stored<Alert> alert : named) {
      List<StoredIncident> found = crashes.getOrDefault(alert.fact().incidentId(), List.of());
      // An id that stands for several crashes says nothing of one.
      if (found.size() == 1) {
        Incident crash = found.getFirst().incident();
        alerts
            .computeIfAbsent(
                new Function(alert.source().id(), crash.module(), crash.function()),
                _ -> new ArrayList<>())
            .add(new LifeEvidence.AlertFile(alert.fact(), alert.place(), crash.severity()));
      }
    }
    return alerts;
  }
}
