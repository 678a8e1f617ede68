package io.suturescope.model.life;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.life.Anomaly.Evidence;
import io.suturescope.model.life.Anomaly.Kind;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.PatchState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what is wrong with the record of one patched function. Where the record can be read in a
/// harmless way, it is: a false alarm costs more than a missing one.
public final class Anomalies {

  private static final String NULL_GUARD = "null_guard";

  private final LifeEvidence life;
  private final List<Anomaly> found = new ArrayList<>();

  private Anomalies(LifeEvidence life) {
    this.life = life;
  }

  /// The anomalies of one function: those of its layers first, in the order of the layers.
  public static List<Anomaly> of(LifeEvidence life) {
    Anomalies anomalies = new Anomalies(life);
    life.present().forEach(layer -> anomalies.found.addAll(LayerAnomalies.of(layer)));
    life.layers().stream().filter(LifeEvidence.Layer::lost).forEach(anomalies::lost);
    anomalies.alerts();
    anomalies.target();
    anomalies.missingFile();
    anomalies.missingEntry();
    return List.copyOf(anomalies.found);
  }

  /// CodeSuture removes no entry but by accident, but a person may tidy away one that was over.
  private void lost(LifeEvidence.Layer layer) {
    if (isOver(layer)) {
      return;
    }
    found.add(
        Anomaly.of(
            Kind.ENTRY_LOST,
            layer.entry().guardType(),
            "Its lifecycle entry is gone, though nothing says that it was removed: another process"
                + " wrote over it, or CodeSuture dropped it after an entry that it could not read.",
            List.of(
                new Evidence(
                    "last read as " + layer.entry().recordedState(),
                    layer.entry().updatedAt(),
                    Optional.of(layer.place())))));
  }

  private static boolean isOver(LifeEvidence.Layer layer) {
    PatchState state = layer.entry().state();
    return state == PatchState.FIXED || state == PatchState.ROLLED_BACK;
  }

  private void alerts() {
    List<LifeEvidence.AlertFile> differing =
        life.alerts().stream()
            .filter(a -> a.logged() != Severity.UNKNOWN && a.alert().severity() != Severity.UNKNOWN)
            .filter(a -> a.logged() != a.alert().severity())
            .toList();
    if (differing.isEmpty()) {
      return;
    }
    String pairs =
        differing.stream()
            .map(a -> a.alert().severity() + " where the log says " + a.logged())
            .distinct()
            .collect(Collectors.joining(", "));
    found.add(
        Anomaly.of(
            Kind.ALERT_SEVERITY,
            "",
            (differing.size() == 1 ? "1 alert says " : differing.size() + " alerts say ")
                + pairs
                + ": escalation changes the alert and not the log.",
            differing.stream()
                .map(a ->
                    new Evidence(
                        "alert "
                            + a.alert().severity()
                            + ", log "
                            + a.logged()
                            + ": "
                            + a.place().file(),
                        a.alert().time(),
                        Optional.of(a.place())))
                .toList()));
  }

  /// The metadata are of the last guard only. Under null_guard the two differ by design: there the
  /// metadata name the last attribute of the chain. Where one is not recorded as text they are
  /// spelled differently, and cannot be compared.
  private void target() {
    Optional<PatchMetadata> metadata =
        life.file()
            .filter(f -> !f.gone())
            .flatMap(f -> f.file().metadata())
            .filter(m -> !m.guardType().equals(NULL_GUARD))
            .filter(m -> !m.target().isEmpty() && !m.asRecorded().containsKey("target"));
    if (metadata.isEmpty()) {
      return;
    }
    life.newestCrashes().stream()
        .filter(c -> c.guard().equals(metadata.get().guardType()))
        .filter(c -> !c.target().isEmpty() && !c.target().equals(metadata.get().target()))
        .findFirst()
        .ifPresent(crash -> conflict(metadata.get(), crash));
  }

  private void conflict(PatchMetadata metadata, LifeEvidence.Crash crash) {
    found.add(
        Anomaly.of(
            Kind.TARGET_CONFLICT,
            metadata.guardType(),
            "The metadata of the patch guard another variable than the crash names: "
                + metadata.target()
                + " and "
                + crash.target()
                + ".",
            List.of(
                new Evidence(
                    "metadata: " + metadata.target(),
                    metadata.patchedAt(),
                    life.file().map(LifeEvidence.StoreFile::place)),
                new Evidence("log: " + crash.target(), crash.at(), Optional.of(crash.place())))));
  }

  private void missingFile() {
    boolean present =
        life.file().filter(f -> !f.gone()).map(f -> f.file().codeFile()).orElse(false);
    List<LifeEvidence.Layer> inForce =
        life.present().stream().filter(layer -> !isOver(layer)).toList();
    if (present || inForce.isEmpty() || (life.file().isEmpty() && mayHaveNone())) {
      return;
    }
    String where =
        life.file()
            .map(f ->
                f.gone()
                    ? "its file, which an earlier import saw, is gone"
                    : "the store holds its metadata without the code")
            .orElse("the store holds no file of it");
    found.add(
        Anomaly.of(
            Kind.ENTRY_WITHOUT_FILE,
            "",
            "The lifecycle has it as "
                + inForce.getFirst().entry().recordedState()
                + ", and "
                + where
                + ": the next start runs the function unpatched.",
            inForce.stream()
                .map(layer ->
                    new Evidence(
                        layer.entry().key() + " is " + layer.entry().recordedState(),
                        layer.entry().updatedAt(),
                        Optional.of(layer.place())))
                .toList()));
  }

  /// A closure has no file, and may be written with its bare name and the module `__main__`,
  /// whatever its module: there it cannot be told from a function of the script.
  private boolean mayHaveNone() {
    String name = life.function();
    return !life.storeRead()
        || name.contains("<locals>") || (life.module().equals("__main__") && name.indexOf('.') < 0);
  }

  private void missingEntry() {
    boolean present =
        life.file().filter(f -> !f.gone()).map(f -> f.file().codeFile()).orElse(false);
    if (!present || !life.lifecycleRead() || !life.layers().isEmpty()) {
      return;
    }
    LifeEvidence.StoreFile file = life.file().orElseThrow();
    PatchFile patch = file.file();
    found.add(
        Anomaly.of(
            Kind.FILE_WITHOUT_ENTRY,
            "",
            "The store holds a patch that lifecycle.json does not know: no lifecycle command"
                + " lists it, fixes it or counts it.",
            List.of(
                new Evidence(
                    patch.baseName(),
                    patch.metadata().flatMap(PatchMetadata::patchedAt),
                    Optional.of(file.place())))));
  }
}
