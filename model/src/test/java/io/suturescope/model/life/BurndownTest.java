package io.suturescope.model.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurndownTest {

  /// A Saturday.
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static TtlEnd end(String at, boolean fix) {
    return new TtlEnd(Instant.parse(at), fix);
  }

  private static List<TtlEnd> times(int count, TtlEnd end) {
    return new ArrayList<>(Collections.nCopies(count, end));
  }

  private static Burndown utc(List<TtlEnd> ends) {
    return Burndown.of(ends, ZoneOffset.UTC, NOW);
  }

  @Test
  void fourteenDaysFromTodayWithWhatIsOverAndWhatIsLaterApart() {
    Burndown burndown =
        utc(
            List.of(
                end("2026-11-20T12:00:00Z", true),
                end("2026-11-21T12:00:00Z", false),
                end("2026-11-21T12:00:01Z", true),
                end("2026-12-04T23:59:59Z", false),
                end("2026-12-05T00:00:00Z", false)));
    assertThat(burndown.days()).hasSize(14);
    assertThat(burndown.days().getFirst().date()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(burndown.expired()).isEqualTo(new TtlEnd.Count(2, 1));
    assertThat(burndown.days().getFirst().count()).isEqualTo(new TtlEnd.Count(1, 0));
    assertThat(burndown.days().getLast().count()).isEqualTo(new TtlEnd.Count(1, 1));
    assertThat(burndown.later()).isEqualTo(new TtlEnd.Count(1, 1));
  }

  @Test
  void theSentenceIsAboutTheWorstDay() {
    List<TtlEnd> ends = times(9, end("2026-11-27T10:00:00Z", false));
    ends.addAll(times(5, end("2026-11-27T23:00:00Z", true)));
    ends.add(end("2026-11-22T10:00:00Z", false));
    assertThat(utc(ends).sentence()).isEqualTo("14 expire Friday, 9 of them with no usable fix.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-21T20:00:00Z | false | 1 | 1 expires today, with no usable fix.
          2026-11-22T20:00:00Z | true  | 1 | 1 expires tomorrow, with a usable fix.
          2026-11-27T20:00:00Z | true  | 2 | 2 expire Friday, all of them with a usable fix.
          2026-11-28T20:00:00Z | false | 2 | 2 expire Saturday 28 November, none of them with a usable fix.
          2026-11-20T20:00:00Z | false | 2 | None expires within the next 14 days.
          """)
  void theSentenceNamesTheDayWithoutAmbiguity(String at, boolean fix, int count, String sentence) {
    assertThat(utc(times(count, end(at, fix))).sentence()).isEqualTo(sentence);
  }

  /// Clocks change on 2026-10-25 in Berlin and on 2026-11-01 in New York; in Kolkata never.
  @ParameterizedTest
  @CsvSource({
    // 25 hours: the day begins at +02:00 and ends at +01:00.
    "Europe/Berlin, 2026-10-24T10:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25",
    "Europe/Berlin, 2026-10-24T10:00:00Z, 2026-10-25T22:59:59Z, 2026-10-25",
    "Europe/Berlin, 2026-10-24T10:00:00Z, 2026-10-25T23:00:00Z, 2026-10-26",
    // 23 hours.
    "Europe/Berlin, 2026-03-28T10:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29",
    "Europe/Berlin, 2026-03-28T10:00:00Z, 2026-03-29T21:59:59Z, 2026-03-29",
    "Europe/Berlin, 2026-03-28T10:00:00Z, 2026-03-29T22:00:00Z, 2026-03-30",
    "America/New_York, 2026-10-31T12:00:00Z, 2026-11-01T04:00:00Z, 2026-11-01",
    "America/New_York, 2026-10-31T12:00:00Z, 2026-11-02T04:59:59Z, 2026-11-01",
    "America/New_York, 2026-10-31T12:00:00Z, 2026-11-02T05:00:00Z, 2026-11-02",
    "Asia/Kolkata, 2026-10-24T10:00:00Z, 2026-10-24T18:29:59Z, 2026-10-24",
    "Asia/Kolkata, 2026-10-24T10:00:00Z, 2026-10-24T18:30:00Z, 2026-10-25"
  })
  void daysAreThoseOfTheZoneEvenWhenClocksChange(
      ZoneId zone, Instant now, Instant at, LocalDate day) {
    List<TtlEnd> ends = List.of(new TtlEnd(at, false));
    assertThat(Burndown.of(ends, zone, now).peak().orElseThrow().date()).isEqualTo(day);
    assertThat(cells(MonthGrid.of(YearMonth.from(day), ends, zone)))
        .filteredOn(c -> c.count().ending() == 1)
        .extracting(MonthGrid.Day::date)
        .containsExactly(day);
  }

  private static List<MonthGrid.Day> cells(MonthGrid grid) {
    return grid.weeks().stream().flatMap(List::stream).toList();
  }

  @Property(tries = 300)
  void everyEndIsCountedOnce(
      @ForAll("ends") List<TtlEnd> ends,
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 10_000) int hours) {
    Burndown burndown = Burndown.of(ends, zone, NOW.plusSeconds(hours * 3_600L));
    assertThat(
            Stream.concat(
                    Stream.of(burndown.expired(), burndown.later()),
                    burndown.days().stream().map(Burndown.Day::count))
                .mapToLong(TtlEnd.Count::ending)
                .sum())
        .isEqualTo(ends.size());
    assertThat(burndown.sentence()).endsWith(".");
  }

  @Property(tries = 300)
  void aMonthIsWholeWeeksFromMondayWithEachDayOnce(
      @ForAll @IntRange(min = 1970, max = 2100) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll("zones") ZoneId zone) {
    YearMonth asked = YearMonth.of(year, month);
    MonthGrid grid = MonthGrid.of(asked, List.of(), zone);
    assertThat(grid.weeks()).hasSizeBetween(4, 6).allMatch(week -> week.size() == 7);
    assertThat(grid.weeks())
        .allMatch(week -> week.getFirst().date().getDayOfWeek() == DayOfWeek.MONDAY);
    assertThat(cells(grid)).filteredOn(MonthGrid.Day::inMonth).hasSize(asked.lengthOfMonth());
    assertThat(cells(grid)).extracting(MonthGrid.Day::date).isSorted().doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<TtlEnd>> ends() {
    return Arbitraries.longs()
        .between(-400_000, 40_000_000)
        .map(s -> new TtlEnd(NOW.plusSeconds(s), s % 2 == 0))
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC")
        .map(ZoneId::of);
  }
}
