package io.suturescope.model.patch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The effective state of a patch with the reason for it.
///
/// @param reason one plain sentence
public record EffectiveJudgement(EffectiveState state, String reason) {

  private static final Set<PatchState> OVER =
      Collections.unmodifiableSet(EnumSet.of(PatchState.FIXED, PatchState.ROLLED_BACK));

  /// Judges from disk alone.
  ///
  /// Several guards of one function have an entry each and one file (codesuture.md 5): the function
  /// is fixed when all of them are, and taken back when all of them ended and nothing loads.
  ///
  /// @param entries those of the function, oldest first
  /// @param file the patch file of the function; empty when none was ever read
  /// @param fileGone true when it was read once and is no longer in the source
  public static EffectiveJudgement ofDisk(
      List<LifecycleEntry> entries, Optional<PatchFile> file, boolean fileGone, Instant now) {
    EffectiveJudgement judgement = together(entries, file, fileGone, now);
    return entries.stream().map(LifecycleEntry::recordedState).distinct().count() > 1
        ? judgement.with(recorded(entries))
        : judgement;
  }

  private static EffectiveJudgement together(
      List<LifecycleEntry> entries, Optional<PatchFile> file, boolean fileGone, Instant now) {
    boolean present = !fileGone && file.filter(PatchFile::codeFile).isPresent();
    boolean loads = present && file.get().signature() == SignatureState.VALID;
    if (all(entries, EnumSet.of(PatchState.FIXED))) {
      return new EffectiveJudgement(
          EffectiveState.FIXED,
          loads
              ? "Recorded as fixed in the source; the patch file is still there and loads."
              : "Recorded as fixed in the source.");
    }
    if (all(entries, OVER) && !loads) {
      return new EffectiveJudgement(
          EffectiveState.ROLLED_BACK_UNPROVEN,
          "Recorded as rolled back and no file loads; a running process may still keep the patch.");
    }
    if (!present) {
      return absent(file.isPresent(), entries);
    }
    if (!loads) {
      return new EffectiveJudgement(EffectiveState.REFUSED, refusal(file.get().signature()));
    }
    return loading(entries, file.get(), now);
  }

  private static boolean all(List<LifecycleEntry> entries, Set<PatchState> states) {
    return !entries.isEmpty() && entries.stream().allMatch(e -> states.contains(e.state()));
  }

  private static String recorded(List<LifecycleEntry> entries) {
    return entries.stream()
        .map(entry -> entry.guardType() + " as " + entry.recordedState())
        .collect(Collectors.joining(", ", "Its guards are recorded apart: ", "."));
  }

  /// The same with one more sentence.
  public EffectiveJudgement with(String sentence) {
    return new EffectiveJudgement(state, reason + " " + sentence);
  }

  private static EffectiveJudgement absent(boolean hadFile, List<LifecycleEntry> entries) {
    if (!hadFile) {
      return new EffectiveJudgement(
          EffectiveState.MEMORY_ONLY,
          "It has no file, as closures have none: it ends with the process that made it.");
    }
    boolean partly = entries.stream().anyMatch(e -> e.state() == PatchState.ROLLED_BACK);
    return new EffectiveJudgement(
        EffectiveState.FILE_GONE,
        partly
            ? "Its code file is gone, although a rollback is recorded of a part of its guards only;"
                + " the next start runs unpatched."
            : "Its code file is gone, although no rollback is recorded; the next start runs"
                + " unpatched.");
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
      List<LifecycleEntry> entries, PatchFile file, Instant now) {
    if (entries.stream().anyMatch(EffectiveJudgement::reopened)) {
      return new EffectiveJudgement(
          EffectiveState.REOPENED,
          "It crashed and was patched again after it had been marked fixed or rolled back.");
    }
    String anyway =
        all(entries, EnumSet.of(PatchState.ROLLED_BACK))
            ? "Recorded as rolled back, but the file is still there and loads."
            : "The next start with this store loads it.";
    Optional<LifecycleEntry> newest =
        entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    Optional<Instant> end = ttlEnd(newest, Optional.of(file));
    if (end.isPresent() && !now.isBefore(end.get())) {
      return new EffectiveJudgement(
          EffectiveState.EXPIRED_LOADS,
          "Its time ended on " + end.get().toString().substring(0, 10) + ". " + anyway);
    }
    return new EffectiveJudgement(EffectiveState.LOADS, anyway);
  }

  /// Not one that was ended again.
  private static boolean reopened(LifecycleEntry entry) {
    return !OVER.contains(entry.state())
        && entry.transitions().stream()
            .anyMatch(t ->
                OVER.contains(PatchState.ofRecorded(t.from()))
                    && PatchState.ofRecorded(t.to()) == PatchState.PATCHED);
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
