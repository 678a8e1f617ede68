package io.suturescope.views.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Axis and bars, without pixels.
final class TimelinePartsTest {

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }

  private static List<String> ticks(TimeRange range, ZoneId zone, int room) {
    return AxisTicks.of(range, zone, room).stream().map(AxisTicks.Tick::text).toList();
  }

  @Test
  void axisSaysDaysAndHours() {
    assertThat(ticks(range("2026-11-18T00:00:00Z", "2026-11-20T00:00:00Z"), ZoneOffset.UTC, 8))
        .startsWith("18 Nov", "06:00", "12:00", "18:00", "19 Nov");
  }

  @Test
  void axisSaysTheYearWhereItChanges() {
    assertThat(ticks(range("2026-12-30T00:00:00Z", "2027-01-03T00:00:00Z"), ZoneOffset.UTC, 6))
        .containsExactly("30 Dec 2026", "31 Dec", "1 Jan 2027", "2 Jan");
  }

  @Test
  void axisBeginsWithItsDay() {
    assertThat(ticks(range("2026-11-20T08:00:00Z", "2026-11-21T09:00:00Z"), ZoneOffset.UTC, 5))
        .startsWith("20 Nov 08:00", "12:00", "18:00", "21 Nov");
    assertThat(ticks(range("2026-11-20T08:59:00Z", "2026-11-20T14:00:00Z"), ZoneOffset.UTC, 8))
        .startsWith("20 Nov 09:00", "10:00");
    assertThat(ticks(range("2026-10-23T00:00:00Z", "2026-11-20T00:00:00Z"), ZoneOffset.UTC, 6))
        .first()
        .isIn("23 Oct", "29 Oct");
  }

  @Test
  void axisWithinASecondSaysItsParts() {
    List<String> ticks =
        ticks(range("2026-11-20T23:13:23.200Z", "2026-11-20T23:13:24.050Z"), ZoneOffset.UTC, 10);
    assertThat(ticks).startsWith("20 Nov 23:13:23.2", "23:13:23.3").doesNotHaveDuplicates();
  }

  @Test
  void midnightStaysMidnightWhenTheClocksChange() {
    assertThat(
            ticks(
                range("2026-10-24T22:00:00Z", "2026-10-27T23:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                6))
        .contains("25 Oct", "26 Oct", "27 Oct");
  }

  @Test
  void axisEndsForAnyLength() {
    for (int i = 0; i < 40; i++) {
      TimeRange range =
          new TimeRange(
              Instant.parse("1990-03-01T01:02:03.004Z"),
              Instant.parse("1990-03-01T01:02:03.004Z").plusMillis(1L << i));
      assertThat(AxisTicks.of(range, ZoneId.of("America/New_York"), 10)).hasSizeLessThan(24);
    }
  }

  @Test
  void aHundredThousandBucketsAreNoMoreBarsThanPixels() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    List<Bucket> buckets =
        IntStream.range(0, 100_000)
            .mapToObj(
                i -> new Bucket(start.plusSeconds(60L * i), new SeverityCounts(1, 1, 1, 1, 1)))
            .toList();
    TimeRange range = new TimeRange(start, start.plus(Duration.ofMinutes(100_000)));
    List<TimelinePainter.Column> columns = Columns.of(buckets, range, new TimeScale(range, 0, 800));
    assertThat(columns).hasSizeLessThanOrEqualTo(801);
    assertThat(columns.stream().mapToLong(c -> c.counts().total()).sum()).isEqualTo(500_000);
  }

  @Test
  void wheelKeepsTheTimeUnderThePointer() {
    TimeRange range = range("2026-11-18T00:00:00Z", "2026-11-20T00:00:00Z");
    TimeScale before = new TimeScale(range, 10, 1_000);
    TimeScale after = new TimeScale(before.zoomed(400, 0.5), 10, 1_000);
    assertThat(Duration.between(before.at(400), after.at(400)).abs())
        .isLessThan(Duration.ofSeconds(1));
    assertThat(after.range().length()).isEqualTo(Duration.ofHours(24));
  }
}
