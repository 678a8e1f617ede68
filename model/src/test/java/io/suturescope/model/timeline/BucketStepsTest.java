package io.suturescope.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BucketStepsTest {

  @Test
  void twoDaysAreCutIntoHoursOfTheZone() {
    TimeRange range =
        new TimeRange(Instant.parse("2026-11-18T10:20:00Z"), Instant.parse("2026-11-20T10:20:00Z"));
    List<Instant> starts = BucketSteps.starts(range, 100, ZoneOffset.UTC);
    assertThat(starts).hasSize(49).startsWith(Instant.parse("2026-11-18T10:00:00Z"));
  }

  @Test
  void aDayOnWhichTheClockChangesIsOneBucket() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    TimeRange range =
        new TimeRange(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
    List<Instant> starts = BucketSteps.starts(range, 60, berlin);
    assertThat(starts)
        .contains(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"))
        .doesNotContain(Instant.parse("2026-10-25T22:00:00Z"));
  }

  @Property
  void bucketsRiseAndCoverTheRange(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
      @ForAll @LongRange(min = 0, max = 2_000_000_000L) long seconds,
      @ForAll @IntRange(min = 2, max = 300) int most) {
    TimeRange range =
        new TimeRange(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds));
    List<Instant> starts = BucketSteps.starts(range, most, ZoneOffset.UTC);
    assertThat(starts).isSorted().doesNotHaveDuplicates();
    assertThat(starts.getFirst()).isBeforeOrEqualTo(range.start());
    TimeRange covered = BucketSteps.covered(range, most, ZoneOffset.UTC);
    assertThat(covered.end()).isAfterOrEqualTo(range.end());
    if (range.length().compareTo(Duration.ofDays(364L * (most - 1))) < 0) {
      assertThat(starts).hasSizeLessThanOrEqualTo(most);
    }
  }
}
