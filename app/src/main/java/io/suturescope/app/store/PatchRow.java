package io.suturescope.app.store;

import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import java.time.Instant;
import java.util.Optional;

/// A patch as disk knows it: a lifecycle entry, a patch file, or both joined by module and
/// function.
///
/// @param id `MODULE:FUNCTION:GUARD` of the lifecycle entry, else the base name of the file
/// @param guardType of the lifecycle entry, else of the metadata; may be empty
/// @param ttlEnd whole days after patched_at (metadata), else after created_at (lifecycle)
/// @param crashes of module, function and guard, without copies
/// @param justified true when one of those crashes has a verification copy
/// @param python version recorded by the latest of those crashes; empty without one
/// @param gone true when neither entry nor file is in the source any more
public record PatchRow(
    String id,
    SourceRow source,
    String module,
    String function,
    String guardType,
    Optional<LifecycleEntry> lifecycle,
    Optional<Place> lifecyclePlace,
    Optional<PatchFile> file,
    Optional<Place> filePlace,
    EffectiveState effectiveState,
    String effectiveReason,
    Optional<Instant> ttlEnd,
    long crashes,
    Optional<Instant> lastSeen,
    boolean justified,
    String python,
    boolean gone) {}
