package io.suturescope.model.life;

import static io.suturescope.model.life.AgeRule.AUDIT;
import static io.suturescope.model.life.AgeRule.LIFECYCLE_EXPIRED;
import static io.suturescope.model.life.AgeRule.LIFECYCLE_STALE;
import static io.suturescope.model.life.AgeRule.LOADER;
import static io.suturescope.model.life.AgeRule.METRICS_EXPIRING_SOON;
import static io.suturescope.model.life.AgeRule.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.EffectiveJudgement;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeRuleTest {

  private static Optional<LifecycleEntry> entry(String state, int ttl) {
    return Optional.of(Lives.entry("g", state, ttl, List.of()));
  }

  private static Set<AgeRule> tooOld(
      Optional<LifecycleEntry> entry, Optional<PatchMetadata> metadata, Duration age) {
    return AgeRule.all(entry, metadata, Lives.START.plus(age)).stream()
        .filter(AgeVerdict::isTooOld)
        .map(AgeVerdict::rule)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AgeRule.class)));
  }

  /// Worked out by hand from the rules of codesuture.md 2.2: entry and file began at the same time;
  /// the letters say who calls it too old: Audit, Loader, eXpired, Stale, Metrics, Ours.
  @ParameterizedTest
  @CsvSource({
    "suggested, 7, P0D, ''",
    "suggested, 7, P5D, ''",
    "suggested, 7, P5DT23H59M59S, ''",
    "suggested, 7, P6D, SM",
    "suggested, 7, P6DT23H59M59.999S, SM",
    "suggested, 7, P7D, XSMO",
    "suggested, 7, P7DT23H59M59S, XSMO",
    "suggested, 7, P8D, ALXSMO",
    "suggested, 0, PT0S, XMO",
    "suggested, 0, PT23H59M59S, XMO",
    "suggested, 0, P1D, ALXMO",
    "suggested, 1, PT0S, M",
    "suggested, 30, P6D, S",
    "suggested, 30, P29D, SM",
    "fixed, 7, P8D, ALXO",
    "rolled_back, 7, P7D, XO",
    "expired, 7, P9D, ALXO",
    "verified, 7, P8D, ALXMO",
    "persisted, 9, P6D, S",
    "patched, 9, P6D, S",
    "replayed, 9, P9D, XMO",
    "detected, 9, P8D, M",
    "suggested, 0, -PT1S, M",
    "suggested, 7, -P3D, ''"
  })
  void everyRuleSaysWhatWasWorkedOutByHand(String state, int ttl, Duration age, String letters) {
    Set<AgeRule> expected = EnumSet.noneOf(AgeRule.class);
    letters.chars().forEach(c -> expected.add(List.of(AgeRule.values()).get("ALXSMO".indexOf(c))));
    assertThat(tooOld(entry(state, ttl), Optional.of(Lives.metadata(Lives.START, ttl)), age))
        .isEqualTo(expected);
  }

  @Test
  void patchingAgainRefreshesTheFileAndNotTheEntry() {
    Optional<PatchMetadata> again =
        Optional.of(Lives.metadata(Lives.START.plus(Duration.ofDays(8)), 30));
    assertThat(tooOld(entry("suggested", 0), again, Duration.ofDays(9)))
        .containsExactly(LIFECYCLE_EXPIRED, LIFECYCLE_STALE, METRICS_EXPIRING_SOON);
  }

  @Test
  void withoutMetadataOursGoesByTheEntry() {
    assertThat(tooOld(entry("suggested", 7), Optional.empty(), Duration.ofDays(7)))
        .contains(OURS)
        .doesNotContain(AUDIT, LOADER);
  }

  @Test
  void eachVerdictIsOneSentenceThatNamesWhoSpeaks() {
    assertThat(
            AgeRule.all(
                    entry("suggested", 7),
                    Optional.of(Lives.metadata(Lives.START, 7)),
                    Lives.START.plus(Duration.ofDays(9)))
                .stream()
                .map(AgeVerdict::sentence))
        .containsExactly(
            "codesuture audit warns: 9 days since patched_at is more than its 7.",
            "The loader prints a warning and loads the patch all the same: 9 days since patched_at"
                + " is more than its 7.",
            "codesuture lifecycle expired lists it: 9 days since created_at is at least its 7.",
            "codesuture lifecycle stale lists it: 9 days since created_at is more than 5.",
            "The metric codesuture_ttl_expiring_soon counts it: 9 days since created_at is at"
                + " least its 7 less one.",
            "Suturescope calls it expired: 9 days since patched_at is at least its 7.");
    assertThat(
            LIFECYCLE_STALE
                .judge(entry("fixed", 7), Optional.empty(), Lives.START.plus(Duration.ofDays(1)))
                .sentence())
        .isEqualTo("codesuture lifecycle stale does not list it: its state is fixed.");
    assertThat(
            AUDIT
                .judge(
                    Optional.empty(),
                    Optional.of(Lives.metadata(Lives.START, 7)),
                    Lives.START.plus(Duration.ofDays(1)))
                .sentence())
        .isEqualTo(
            "codesuture audit does not warn: 1 day since patched_at is not more than its 7.");
  }

  @Test
  void whatIsNotRecordedIsNotGuessed() {
    for (AgeVerdict verdict : AgeRule.all(Optional.empty(), Optional.empty(), Lives.START)) {
      assertThat(verdict.holds()).isEmpty();
      assertThat(verdict.ageDays()).isEmpty();
      assertThat(verdict.sentence()).contains("cannot be told");
    }
  }

  @Property
  void daysAreWholeAndRoundedDown(
      @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long millis) {
    long days = AgeRule.wholeDays(Lives.START, Lives.START.plusMillis(millis));
    assertThat(days).isEqualTo(Math.floorDiv(millis, 86_400_000L));
  }

  @Property
  void atTheBoundaryExpiredBeginsAndAuditWarnsADayLater(
      @ForAll @IntRange(max = 4_000) int ttl, @ForAll @LongRange(min = -3, max = 3) long seconds) {
    Optional<PatchMetadata> metadata = Optional.of(Lives.metadata(Lives.START, ttl));
    Instant end = Lives.START.plus(Duration.ofDays(ttl)).plusSeconds(seconds);
    boolean reached = seconds >= 0;
    assertThat(OURS.judge(Optional.empty(), metadata, end).isTooOld()).isEqualTo(reached);
    assertThat(LIFECYCLE_EXPIRED.judge(entry("fixed", ttl), metadata, end).isTooOld())
        .isEqualTo(reached);
    assertThat(AUDIT.judge(Optional.empty(), metadata, end).isTooOld()).isFalse();
    Instant dayLater = end.plus(Duration.ofDays(1));
    assertThat(AUDIT.judge(Optional.empty(), metadata, dayLater).isTooOld()).isEqualTo(reached);
    assertThat(LOADER.judge(Optional.empty(), metadata, dayLater).isTooOld()).isEqualTo(reached);
  }

  @Property
  void oursAgreesWithTheEndOfTheTime(
      @ForAll @IntRange(min = -2, max = 40) int ttl,
      @ForAll @LongRange(min = -200_000, max = 4_000_000) long seconds) {
    Instant now = Lives.START.plusSeconds(seconds);
    Instant end =
        EffectiveJudgement.ttlEnd(entry("suggested", ttl), Optional.empty()).orElseThrow();
    assertThat(OURS.judge(entry("suggested", ttl), Optional.empty(), now).isTooOld())
        .isEqualTo(!now.isBefore(end));
  }
}
