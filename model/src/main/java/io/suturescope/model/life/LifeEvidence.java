package io.suturescope.model.life;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that one source says of one patched function, for {@link Anomalies}.
///
/// @param layers one for each guard, those that are gone from lifecycle.json included
/// @param lifecycleRead true when the source holds a readable lifecycle.json now: without one,
///   nothing can be missing from it
/// @param storeRead true when a patch file of the source was ever read: without one, a store may
///   only be elsewhere
/// @param file empty when none was ever read
/// @param alerts those whose incident is a crash of this function
/// @param newestCrashes the newest crash for each guard
public record LifeEvidence(
    String module,
    String function,
    List<Layer> layers,
    boolean lifecycleRead,
    boolean storeRead,
    Optional<StoreFile> file,
    List<AlertFile> alerts,
    List<Crash> newestCrashes) {

  /// One entry of lifecycle.json.
  ///
  /// @param gone true when an earlier import saw it and the last one did not
  /// @param lost true when it is gone from a lifecycle.json that is still there and could be read
  public record Layer(LifecycleEntry entry, Place place, boolean gone, boolean lost) {}

  /// The patch file.
  ///
  /// @param gone true when an earlier import saw it and the last one did not
  public record StoreFile(PatchFile file, Place place, boolean gone) {}

  /// An alert file.
  ///
  /// @param logged severity of its incident in the log
  public record AlertFile(Alert alert, Place place, Severity logged) {}

  /// A crash in the log.
  ///
  /// @param target its `target_variable`; empty when that is no text
  public record Crash(String guard, String target, Optional<Instant> at, Place place) {}

  public LifeEvidence {
    layers = List.copyOf(layers);
    alerts = List.copyOf(alerts);
    newestCrashes = List.copyOf(newestCrashes);
  }

  /// The entries that are in lifecycle.json now.
  public List<Layer> present() {
    return layers.stream().filter(layer -> !layer.gone()).toList();
  }
}
