package io.suturescope.views.patches;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// When the time of patches ends.
///
/// @param month such as "November 2026"
/// @param days whole weeks, from a Monday on
/// @param next the next 14 days, today first
/// @param sentence what stands out in them
/// @param chosen the day whose patches are listed
public record CalendarState(
    String month, List<Day> days, List<Day> next, String sentence, Optional<Chosen> chosen) {

  public static final CalendarState NONE =
      new CalendarState("", List.of(), List.of(), "", Optional.empty());

  public CalendarState {
    days = List.copyOf(days);
    next = List.copyOf(next);
  }

  /// One day.
  ///
  /// @param inMonth false for the days before and after that fill the weeks
  /// @param past true for a day before today
  /// @param ends patches whose time ends on it
  /// @param over those of them that are over and still load or live
  /// @param noFix those of them for which no usable fix is known
  public record Day(
      LocalDate date,
      boolean inMonth,
      boolean past,
      boolean today,
      long ends,
      long over,
      long noFix) {}

  /// A day that was chosen.
  ///
  /// @param title such as "Sunday 22 November"
  /// @param rows where its patches stand among all rows
  /// @param query the text that asks for them; empty where none can
  public record Chosen(LocalDate date, String title, List<Integer> rows, String query) {

    public Chosen {
      rows = List.copyOf(rows);
    }
  }
}
