package io.suturescope.model.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the time of patches ends over the next days.
///
/// @param days {@link #DAYS} of them from today, in order; today without those that ended already
/// @param expired those whose time is over
/// @param later those that end after the last of the days
public record Burndown(List<Day> days, TtlEnd.Count expired, TtlEnd.Count later) {

  /// How far it looks ahead, today included.
  public static final int DAYS = 14;

  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
  private static final DateTimeFormatter FAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  /// One calendar day of the zone, which has 23 or 25 hours when clocks change.
  public record Day(LocalDate date, TtlEnd.Count count) {}

  public Burndown {
    days = List.copyOf(days);
  }

  /// Counts the ends.
  ///
  /// @param ends of the patches that are in force
  /// @param zone whose days are meant
  public static Burndown of(Collection<TtlEnd> ends, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Day> days = new ArrayList<>();
    Instant from = now;
    for (int i = 0; i < DAYS; i++) {
      Instant to = today.plusDays(i + 1L).atStartOfDay(zone).toInstant();
      // Half-open, as a patch is expired from its end on: what ends now is over.
      days.add(new Day(today.plusDays(i), TtlEnd.Count.of(after(ends, from, to, i == 0))));
      from = to;
    }
    Instant last = from;
    return new Burndown(
        days,
        TtlEnd.Count.of(ends.stream().filter(e -> !e.at().isAfter(now)).toList()),
        TtlEnd.Count.of(ends.stream().filter(e -> !e.at().isBefore(last)).toList()));
  }

  private static List<TtlEnd> after(
      Collection<TtlEnd> ends, Instant from, Instant to, boolean today) {
    return ends.stream()
        .filter(e -> today ? e.at().isAfter(from) : !e.at().isBefore(from))
        .filter(e -> e.at().isBefore(to))
        .toList();
  }

  /// The day on which most end, of equals the first; empty when none ends within the days.
  public Optional<Day> peak() {
    return days.stream()
        .filter(d -> d.count().ending() > 0)
        .max(
            Comparator.comparingLong((Day d) -> d.count().ending())
                .thenComparing(Day::date, Comparator.reverseOrder()));
  }

  /// Such as "14 expire Friday, 9 of them with no usable fix.", about the {@link #peak}.
  public String sentence() {
    return peak().map(this::sentence).orElse("None expires within the next " + DAYS + " days.");
  }

  /// The same about one of the days.
  public String sentence(Day day) {
    long ending = day.count().ending();
    long without = day.count().withoutFix();
    String fix =
        without == 0
            ? (ending == 1 ? "with a usable fix" : "all of them with a usable fix")
            : ending == 1
                ? "with no usable fix"
                : without == ending
                    ? "none of them with a usable fix"
                    : without + " of them with no usable fix";
    return ending + (ending == 1 ? " expires " : " expire ") + name(day.date()) + ", " + fix + ".";
  }

  /// A weekday alone names a day of the coming week only.
  private String name(LocalDate date) {
    long ahead = ChronoUnit.DAYS.between(days.getFirst().date(), date);
    if (ahead == 0) {
      return "today";
    }
    if (ahead == 1) {
      return "tomorrow";
    }
    return (ahead < 7 ? WEEKDAY : FAR).format(date);
  }
}
