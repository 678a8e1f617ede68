package io.suturescope.model.life;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A month as weeks from Monday to Sunday, with the patches whose time ends on each day.
///
/// @param weeks 4 to 6 of 7 days each; the first and the last may hold days of the months beside
public record MonthGrid(YearMonth month, List<List<Day>> weeks) {

  /// One cell.
  ///
  /// @param inMonth false for a day of a month beside
  public record Day(LocalDate date, boolean inMonth, TtlEnd.Count count) {}

  public MonthGrid {
    weeks = weeks.stream().map(List::copyOf).toList();
  }

  /// Counts the ends by the days of the zone.
  public static MonthGrid of(YearMonth month, Collection<TtlEnd> ends, ZoneId zone) {
    LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<List<Day>> weeks = new ArrayList<>();
    while (!day.isAfter(month.atEndOfMonth())) {
      List<Day> week = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        week.add(new Day(day, YearMonth.from(day).equals(month), count(day, ends, zone)));
        day = day.plusDays(1);
      }
      weeks.add(week);
    }
    return new MonthGrid(month, weeks);
  }

  private static TtlEnd.Count count(LocalDate day, Collection<TtlEnd> ends, ZoneId zone) {
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    return TtlEnd.Count.of(
        ends.stream().filter(e -> !e.at().isBefore(from) && e.at().isBefore(to)).toList());
  }
}
