package io.suturescope.views.controls;

import io.suturescope.model.timeline.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the axis of a timeline has marks, and what stands there.
final class AxisTicks {

  /// @param strong where a day or a year begins
  record Tick(Instant at, String text, boolean strong) {}

  private enum Unit {
    MILLI(ChronoUnit.MILLIS, 1e-3),
    SECOND(ChronoUnit.SECONDS, 1),
    MINUTE(ChronoUnit.MINUTES, 60),
    HOUR(ChronoUnit.HOURS, 3600),
    DAY(ChronoUnit.DAYS, 86_400),
    MONTH(ChronoUnit.MONTHS, 30.44 * 86_400),
    YEAR(ChronoUnit.YEARS, 365.25 * 86_400);

    private final ChronoUnit chrono;
    private final double seconds;

    Unit(ChronoUnit chrono, double seconds) {
      this.chrono = chrono;
      this.seconds = seconds;
    }
  }

  private record Step(int count, Unit unit) {
    double seconds() {
      return count * unit.seconds;
    }
  }

  private static final double FAR = 0.08;
  private static final List<Step> STEPS =
      List.of(
          new Step(1, Unit.MILLI),
          new Step(5, Unit.MILLI),
          new Step(10, Unit.MILLI),
          new Step(50, Unit.MILLI),
          new Step(100, Unit.MILLI),
          new Step(500, Unit.MILLI),
          new Step(1, Unit.SECOND),
          new Step(5, Unit.SECOND),
          new Step(15, Unit.SECOND),
          new Step(30, Unit.SECOND),
          new Step(1, Unit.MINUTE),
          new Step(5, Unit.MINUTE),
          new Step(15, Unit.MINUTE),
          new Step(30, Unit.MINUTE),
          new Step(1, Unit.HOUR),
          new Step(3, Unit.HOUR),
          new Step(6, Unit.HOUR),
          new Step(12, Unit.HOUR),
          new Step(1, Unit.DAY),
          new Step(2, Unit.DAY),
          new Step(7, Unit.DAY),
          new Step(14, Unit.DAY),
          new Step(1, Unit.MONTH),
          new Step(3, Unit.MONTH),
          new Step(6, Unit.MONTH),
          new Step(1, Unit.YEAR),
          new Step(5, Unit.YEAR),
          new Step(25, Unit.YEAR),
          new Step(100, Unit.YEAR));

  private static final DateTimeFormatter DAY = format("d MMM");
  private static final DateTimeFormatter DAY_OF_YEAR = format("d MMM uuuu");
  private static final DateTimeFormatter MONTH = format("MMM");
  private static final DateTimeFormatter YEAR = format("uuuu");
  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final DateTimeFormatter SECOND = format("HH:mm:ss");
  private static final DateTimeFormatter TENTH = format("HH:mm:ss.S");
  private static final DateTimeFormatter MILLI = format("HH:mm:ss.SSS");

  private AxisTicks() {}

  /// At most `room` marks and one more, at round times of the zone. The first one says the day, and
  /// every one where the year changes says the year. Where the first round time is far from the
  /// left edge, the edge is marked, too.
  static List<Tick> of(TimeRange range, ZoneId zone, int room) {
    double seconds = Math.max(1e-3, range.length().toMillis() / 1e3);
    Step step =
        STEPS.stream()
            .filter(s -> seconds / s.seconds() <= Math.max(1, room))
            .findFirst()
            .orElse(STEPS.getLast());
    List<Tick> ticks = new ArrayList<>();
    ZonedDateTime at = floor(range.start().atZone(zone), step);
    int year = range.start().atZone(zone).getYear();
    boolean spansYears = year != range.end().atZone(zone).getYear();
    while (at.toInstant().isBefore(range.end()) && ticks.size() < 1_000) {
      if (!at.toInstant().isBefore(range.start())) {
        boolean yearTurns = spansYears && (ticks.isEmpty() || at.getYear() != year);
        year = at.getYear();
        ticks.add(new Tick(at.toInstant(), text(at, step, yearTurns), midnight(at) || yearTurns));
      }
      ZonedDateTime next = next(at, step);
      at = next.isAfter(at) ? next : at.plusHours(1);
    }
    return withBeginning(ticks, range, zone, step, spansYears);
  }

  private static List<Tick> withBeginning(
      List<Tick> ticks, TimeRange range, ZoneId zone, Step step, boolean spansYears) {
    ZonedDateTime start = range.start().atZone(zone);
    Tick edge = new Tick(range.start(), onItsDay(start, step, spansYears), true);
    if (ticks.isEmpty()) {
      return List.of(edge);
    }
    Tick first = ticks.getFirst();
    double gap = Duration.between(range.start(), first.at()).toMillis();
    if (gap > FAR * range.length().toMillis()) {
      ticks.addFirst(edge);
      if (spansYears) {
        ZonedDateTime second = first.at().atZone(zone);
        boolean turns = second.getYear() != start.getYear();
        ticks.set(1, new Tick(first.at(), text(second, step, turns), first.strong()));
      }
    } else if (!midnight(first.at().atZone(zone))) {
      String text = onItsDay(first.at().atZone(zone), step, spansYears);
      ticks.set(0, new Tick(first.at(), text, true));
    }
    return ticks;
  }

  /// A mark that says its day, and its time where marks are closer than days.
  private static String onItsDay(ZonedDateTime at, Step step, boolean withYear) {
    String day = (withYear ? DAY_OF_YEAR : DAY).format(at);
    return switch (step.unit) {
      case YEAR -> YEAR.format(at);
      case MONTH -> DAY_OF_YEAR.format(at);
      case DAY -> day;
      case HOUR, MINUTE, SECOND, MILLI -> midnight(at) ? day : day + " " + clock(at, step);
    };
  }

  private static String clock(ZonedDateTime at, Step step) {
    return switch (step.unit) {
      case MILLI -> (step.count % 100 == 0 ? TENTH : MILLI).format(at);
      case SECOND -> SECOND.format(at);
      case MINUTE, HOUR, DAY, MONTH, YEAR -> MINUTE.format(at);
    };
  }

  private static boolean midnight(ZonedDateTime at) {
    return at.toLocalTime().toNanoOfDay() == 0;
  }

  private static ZonedDateTime next(ZonedDateTime at, Step step) {
    // Plus on the local time line, so that 06:00 stays 06:00 when the clocks change.
    ZonedDateTime next =
        step.unit.compareTo(Unit.HOUR) <= 0
            ? at.plus(Duration.ofNanos((long) (step.seconds() * 1e9)))
            : at.plus(step.count, step.unit.chrono);
    return step.unit == Unit.HOUR ? floor(next, step) : next;
  }

  private static ZonedDateTime floor(ZonedDateTime at, Step step) {
    return switch (step.unit) {
      case MILLI -> {
        long nanos = step.count * 1_000_000L;
        yield at.withNano((int) (at.getNano() / nanos * nanos));
      }
      case SECOND ->
          at.truncatedTo(ChronoUnit.SECONDS).withSecond(at.getSecond() / step.count * step.count);
      case MINUTE ->
          at.truncatedTo(ChronoUnit.MINUTES).withMinute(at.getMinute() / step.count * step.count);
      case HOUR ->
          at.truncatedTo(ChronoUnit.HOURS).withHour(at.getHour() / step.count * step.count);
      case DAY -> {
        long day = at.toLocalDate().toEpochDay();
        yield at.toLocalDate().minusDays(Math.floorMod(day, step.count)).atStartOfDay(at.getZone());
      }
      case MONTH -> {
        int month = (at.getMonthValue() - 1) / step.count * step.count + 1;
        yield at.toLocalDate().withDayOfMonth(1).withMonth(month).atStartOfDay(at.getZone());
      }
      case YEAR -> {
        int year = Math.floorDiv(at.getYear(), step.count) * step.count;
        yield at.toLocalDate().withDayOfYear(1).withYear(year).atStartOfDay(at.getZone());
      }
    };
  }

  private static String text(ZonedDateTime at, Step step, boolean yearTurns) {
    return switch (step.unit) {
      case YEAR -> YEAR.format(at);
      case MONTH -> at.getMonthValue() == 1 || yearTurns ? YEAR.format(at) : MONTH.format(at);
      case MILLI, SECOND, MINUTE, HOUR, DAY -> {
        if (step.unit != Unit.DAY && !midnight(at)) {
          yield clock(at, step);
        }
        yield (yearTurns ? DAY_OF_YEAR : DAY).format(at);
      }
    };
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
