package io.suturescope.app.store;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A patch as disk knows it: one function of one source, with its layers of guards and its file.
///
/// @param id the key of the function's oldest lifecycle entry (`MODULE:FUNCTION:GUARD`), else the
///   base name of the file
/// @param layers oldest first
/// @param file as it was read last, even when it is gone
/// @param fileGone true when there was a file and it is no longer in the source
/// @param ttlStart when the time of the patch began: patched_at, else created_at of the newest
///   entry
/// @param ttlEnd whole days after `ttlStart`
/// @param crashes of all layers, without copies
/// @param severity the worst logged one of those crashes; UNKNOWN without a crash
/// @param justified true when one of those crashes has a verification copy
/// @param python version recorded by the latest of those crashes; empty without one
/// @param gone true when neither an entry nor a file is in the source any more
public record PatchRow(
    String id,
    SourceRow source,
    String module,
    String function,
    List<Layer> layers,
    Optional<PatchFile> file,
    Optional<Place> filePlace,
    boolean fileGone,
    EffectiveState effectiveState,
    String effectiveReason,
    Optional<Instant> ttlStart,
    Optional<Instant> ttlEnd,
    long crashes,
    Severity severity,
    Optional<Instant> lastSeen,
    boolean justified,
    String python,
    boolean gone) {

  /// One guard that was put on the function. The file holds all of them and names only the last
  /// (codesuture.md 2).
  ///
  /// @param lifecycle empty for a guard that only crashes or the metadata tell of
  /// @param place where the entry stands, or stood
  /// @param crashes of module, function and guard, without copies
  /// @param gone true when the entry was read once and is no longer in the source
  /// @param lost true when it is gone although its lifecycle.json is still there and could be read:
  ///   CodeSuture itself removes no entry but by accident (codesuture.md 5)
  public record Layer(
      String guardType,
      Optional<LifecycleEntry> lifecycle,
      Optional<Place> place,
      long crashes,
      Optional<Instant> lastSeen,
      boolean gone,
      boolean lost) {}

  public PatchRow {
    layers = List.copyOf(layers);
  }

  /// The guard that was put on last: as the metadata say, without metadata that of the newest
  /// layer. Empty when nothing tells.
  public String guardType() {
    return file.flatMap(PatchFile::metadata)
        .map(PatchMetadata::guardType)
        .filter(guard -> !guard.isEmpty())
        .orElseGet(() -> layers.isEmpty() ? "" : layers.getLast().guardType());
  }

  /// The guards of all layers, oldest first, each once; an empty one says nothing.
  public List<String> guards() {
    return layers.stream()
        .map(Layer::guardType)
        .filter(guard -> !guard.isEmpty())
        .distinct()
        .toList();
  }

  /// The entry that was updated last; of the entries that are gone only when all are.
  public Optional<LifecycleEntry> lifecycle() {
    return latest().flatMap(Layer::lifecycle);
  }

  /// Where {@link #lifecycle()} stands.
  public Optional<Place> lifecyclePlace() {
    return latest().flatMap(Layer::place);
  }

  /// The recorded state that is shown, as it is written in {@link #lifecycle()}; empty without an
  /// entry.
  public String recordedState() {
    return lifecycle().map(LifecycleEntry::recordedState).orElse("");
  }

  /// All entries, oldest first.
  public List<LifecycleEntry> entries() {
    return layers.stream().map(Layer::lifecycle).flatMap(Optional::stream).toList();
  }

  /// Layers whose entry vanished from a lifecycle.json that is still there.
  public List<Layer> lostLayers() {
    return layers.stream().filter(Layer::lost).toList();
  }

  /// True for the id, and for the key of each of its lifecycle entries.
  public boolean isCalled(String name) {
    return Stream.concat(Stream.of(id), entries().stream().map(LifecycleEntry::key))
        .anyMatch(name::equals);
  }

  private Optional<Layer> latest() {
    return layers.stream()
        .filter(layer -> layer.lifecycle().isPresent())
        .max(
            Comparator.comparing((Layer layer) -> !layer.gone())
                .thenComparing(layer ->
                    layer.lifecycle().flatMap(LifecycleEntry::updatedAt).orElse(Instant.MIN)));
  }
}
