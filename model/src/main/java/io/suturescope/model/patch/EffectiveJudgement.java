package io.suturescope.model.patch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The effective state of a patch with the reason for it.
///
/// @param reason one plain sentence
public record EffectiveJudgement(EffectiveState state, String reason) {

  /// Judges from disk alone.
  ///
  /// @param file the patch file of the function; empty when none was ever read
  /// @param fileGone true when it was read once and is no longer in the source
  public static EffectiveJudgement ofDisk(
      Optional<LifecycleEntry> entry, Optional<PatchFile> file, boolean fileGone, Instant now) {
    boolean present = !fileGone && file.filter(PatchFile::codeFile).isPresent();
    boolean loads = present && file.get().signature() == SignatureState.VALID;
    PatchState recorded = entry.map(LifecycleEntry::state).orElse(PatchState.UNKNOWN);
    if (recorded == PatchState.FIXED) {
      return new EffectiveJudgement(
          EffectiveState.FIXED,
          loads
              ? "Recorded as fixed in the source; the patch file is still there and loads."
              : "Recorded as fixed in the source.");
    }
    if (recorded == PatchState.ROLLED_BACK && !loads) {
      return new EffectiveJudgement(
          EffectiveState.ROLLED_BACK_UNPROVEN,
          "Recorded as rolled back and no file loads; a running process may still keep the patch.");
    }
    if (!present) {
      return absent(file.isPresent());
    }
    if (!loads) {
      return new EffectiveJudgement(EffectiveState.REFUSED, refusal(file.get().signature()));
    }
    return loading(entry, file.get(), recorded, now);
  }

  private static EffectiveJudgement absent(boolean hadFile) {
    return hadFile
        ? new EffectiveJudgement(
            EffectiveState.FILE_GONE,
            "Its code file is gone, although no rollback is recorded; the next start runs unpatched.")
        : new EffectiveJudgement(
            EffectiveState.MEMORY_ONLY,
            "It has no file, as closures have none: it ends with the process that made it.");
  }

  private static String refusal(SignatureState signature) {
    return switch (signature) {
      case INVALID -> "The signature does not match the code: the loader refuses it.";
      case UNSIGNED -> "The metadata hold no signature: the loader refuses it.";
      case NO_KEY ->
          "There is no secret.key: the next start makes a new one and refuses the patch.";
      case NO_METADATA -> "There are no readable metadata: the loader refuses it.";
      case VALID -> "";
    };
  }

  private static EffectiveJudgement loading(
      Optional<LifecycleEntry> entry, PatchFile file, PatchState recorded, Instant now) {
    if (recorded != PatchState.ROLLED_BACK
        && entry.filter(EffectiveJudgement::reopened).isPresent()) {
      return new EffectiveJudgement(
          EffectiveState.REOPENED,
          "It crashed and was patched again after it had been marked fixed or rolled back.");
    }
    String anyway =
        recorded == PatchState.ROLLED_BACK
            ? "Recorded as rolled back, but the file is still there and loads."
            : "The next start with this store loads it.";
    Optional<Instant> end = ttlEnd(entry, Optional.of(file));
    if (end.isPresent() && !now.isBefore(end.get())) {
      return new EffectiveJudgement(
          EffectiveState.EXPIRED_LOADS,
          "Its time ended on " + end.get().toString().substring(0, 10) + ". " + anyway);
    }
    return new EffectiveJudgement(EffectiveState.LOADS, anyway);
  }

  private static boolean reopened(LifecycleEntry entry) {
    return entry.transitions().stream()
        .anyMatch(t -> {
          PatchState from = PatchState.ofRecorded(t.from());
          return (from == PatchState.FIXED || from == PatchState.ROLLED_BACK)
              && PatchState.ofRecorded(t.to()) == PatchState.PATCHED;
        });
  }

  /// When the time of the patch began: its metadata's `patched_at`, without metadata its lifecycle
  /// entry's `created_at`.
  public static Optional<Instant> ttlStart(
      Optional<LifecycleEntry> entry, Optional<PatchFile> file) {
    Optional<PatchMetadata> metadata = file.flatMap(PatchFile::metadata);
    return metadata.isPresent()
        ? metadata.get().patchedAt()
        : entry.flatMap(LifecycleEntry::createdAt);
  }

  /// When whole days since `patched_at` reach the metadata's `ttl_days`; without metadata, since
  /// `created_at` of the lifecycle entry.
  public static Optional<Instant> ttlEnd(Optional<LifecycleEntry> entry, Optional<PatchFile> file) {
    Optional<PatchMetadata> metadata = file.flatMap(PatchFile::metadata);
    if (metadata.isPresent()) {
      return end(metadata.get().patchedAt(), metadata.get().ttlDays());
    }
    return entry.flatMap(e -> end(e.createdAt(), e.ttlDays()));
  }

  private static Optional<Instant> end(Optional<Instant> start, Optional<Integer> days) {
    return start.flatMap(s -> days.map(d -> s.plus(Duration.ofDays(d))));
  }
}
