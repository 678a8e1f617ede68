package io.suturescope.model.life;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.PatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The rules by which a patch is too old: CodeSuture has five, which do not agree, and ours
/// (codesuture.md 2.2). All count whole days, rounded down.
public enum AgeRule {
  /// `audit` warns when more days than `ttl_days` have passed since `patched_at`.
  AUDIT,
  /// The loader prints a warning by the same test, and loads the patch all the same.
  LOADER,
  /// `lifecycle expired` lists every entry, whatever its state, that is at least `ttl_days` old.
  LIFECYCLE_EXPIRED,
  /// `lifecycle stale` lists patched, persisted and suggested entries of more than 5 days.
  LIFECYCLE_STALE,
  /// The metric `ttl_expiring_soon` counts unfinished entries from one day before `ttl_days` on.
  METRICS_EXPIRING_SOON,
  /// Suturescope: at least `ttl_days` days since `patched_at`; without metadata, by the lifecycle
  /// entry's `created_at` and `ttl_days`.
  OURS;

  private static final long STALE_DAYS = 5;
  private static final Set<PatchState> STALE =
      EnumSet.of(PatchState.PATCHED, PatchState.PERSISTED, PatchState.SUGGESTED);
  private static final Set<PatchState> OVER =
      EnumSet.of(PatchState.FIXED, PatchState.ROLLED_BACK, PatchState.EXPIRED);

  /// The verdicts of all rules, in their order.
  public static List<AgeVerdict> all(
      Optional<LifecycleEntry> entry, Optional<PatchMetadata> metadata, Instant now) {
    return Arrays.stream(values()).map(rule -> rule.judge(entry, metadata, now)).toList();
  }

  /// Whole days from one moment to another, rounded down: -1 for a second before.
  public static long wholeDays(Instant from, Instant to) {
    return Math.floorDiv(Duration.between(from, to).toSeconds(), 86_400L);
  }

  /// What the rule says of a patch.
  ///
  /// @param entry of one guard; a function with two guards has two
  /// @param metadata of the function's file
  public AgeVerdict judge(
      Optional<LifecycleEntry> entry, Optional<PatchMetadata> metadata, Instant now) {
    Age ofFile =
        new Age(
            "patched_at",
            metadata.flatMap(PatchMetadata::patchedAt),
            metadata.flatMap(PatchMetadata::ttlDays),
            now);
    Age ofEntry =
        new Age(
            "created_at",
            entry.flatMap(LifecycleEntry::createdAt),
            entry.flatMap(LifecycleEntry::ttlDays),
            now);
    Optional<PatchState> state = entry.map(LifecycleEntry::state);
    return switch (this) {
      case AUDIT -> over(ofFile, "codesuture audit warns", "codesuture audit does not warn");
      case LOADER ->
          over(
              ofFile,
              "The loader prints a warning and loads the patch all the same",
              "The loader loads the patch without a warning");
      case LIFECYCLE_EXPIRED ->
          reached(
              ofEntry,
              "codesuture lifecycle expired lists it",
              "codesuture lifecycle expired does not list it");
      case LIFECYCLE_STALE -> stale(ofEntry, state);
      case METRICS_EXPIRING_SOON -> soon(ofEntry, state);
      case OURS ->
          reached(
              metadata.isPresent() ? ofFile : ofEntry,
              "Suturescope calls it expired",
              "Suturescope does not call it expired");
    };
  }

  private AgeVerdict over(Age age, String yes, String no) {
    return age.ttl()
        .map(ttl -> age.verdict(this, age.days() > ttl, yes, no, "more than its " + ttl))
        .orElseGet(() -> age.unknown(this, yes));
  }

  private AgeVerdict reached(Age age, String yes, String no) {
    return age.ttl()
        .map(ttl -> age.verdict(this, age.days() >= ttl, yes, no, "at least its " + ttl))
        .orElseGet(() -> age.unknown(this, yes));
  }

  private AgeVerdict stale(Age age, Optional<PatchState> state) {
    String yes = "codesuture lifecycle stale lists it";
    String no = "codesuture lifecycle stale does not list it";
    if (state.filter(s -> !STALE.contains(s)).isPresent()) {
      return age.ofState(this, no, state.get());
    }
    return age.start().isPresent()
        ? age.verdict(this, age.days() > STALE_DAYS, yes, no, "more than " + STALE_DAYS)
        : age.unknown(this, yes);
  }

  private AgeVerdict soon(Age age, Optional<PatchState> state) {
    String yes = "The metric codesuture_ttl_expiring_soon counts it";
    String no = "The metric codesuture_ttl_expiring_soon does not count it";
    if (state.filter(OVER::contains).isPresent()) {
      return age.ofState(this, no, state.get());
    }
    return age.ttl()
        .map(ttl ->
            age.verdict(this, age.days() >= ttl - 1L, yes, no, "at least its " + ttl + " less one"))
        .orElseGet(() -> age.unknown(this, yes));
  }

  /// The age of a patch by one of its two starts.
  private record Age(
      String field, Optional<Instant> start, Optional<Integer> ttlDays, Instant now) {

    /// The days it may live; empty also when its start is not recorded.
    Optional<Integer> ttl() {
      return start.flatMap(s -> ttlDays);
    }

    long days() {
      return wholeDays(start.orElseThrow(), now);
    }

    AgeVerdict verdict(AgeRule rule, boolean holds, String yes, String no, String limit) {
      long days = days();
      String count = days == 1 ? "1 day" : days + " days";
      return new AgeVerdict(
          rule,
          Optional.of(holds),
          OptionalLong.of(days),
          (holds ? yes : no)
              + ": "
              + count
              + " since "
              + field
              + " is "
              + (holds ? "" : "not ")
              + limit
              + ".");
    }

    AgeVerdict ofState(AgeRule rule, String no, PatchState state) {
      return new AgeVerdict(
          rule,
          Optional.of(false),
          start.isPresent() ? OptionalLong.of(days()) : OptionalLong.empty(),
          no + ": its state is " + state.word() + ".");
    }

    AgeVerdict unknown(AgeRule rule, String yes) {
      String missing = start.isEmpty() ? field : "ttl_days";
      return new AgeVerdict(
          rule,
          Optional.empty(),
          start.isPresent() ? OptionalLong.of(days()) : OptionalLong.empty(),
          "It cannot be told whether this holds, as no usable "
              + missing
              + " is recorded: "
              + yes
              + ".");
    }
  }
}
