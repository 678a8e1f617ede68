package io.suturescope.model.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Cuts a range into buckets that people can name: whole seconds, minutes, hours, days of a zone.
///
/// Days and longer follow the calendar of the zone, so a day on which the clock changes is one
/// bucket of 23 or 25 hours.
public final class BucketSteps {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28),
          Duration.ofDays(364));

  private BucketSteps() {}

  /// The starts of the buckets that cover the range, first one at or before its start.
  ///
  /// @param most at most so many buckets, at least 2; a range of more than `most` years gets more
  public static List<Instant> starts(TimeRange range, int most, ZoneId zone) {
    Duration step = step(range, most);
    List<Instant> starts = new ArrayList<>();
    if (step.compareTo(Duration.ofDays(1)) >= 0) {
      LocalDate day = range.start().atZone(zone).toLocalDate();
      while (starts.isEmpty() || day.atStartOfDay(zone).toInstant().isBefore(range.end())) {
        starts.add(day.atStartOfDay(zone).toInstant());
        day = day.plusDays(step.toDays());
      }
      return starts;
    }
    Instant at = aligned(range.start(), step, zone);
    while (starts.isEmpty() || at.isBefore(range.end())) {
      starts.add(at);
      at = at.plus(step);
    }
    return starts;
  }

  /// The whole that the buckets of {@link #starts} cover.
  public static TimeRange covered(TimeRange range, int most, ZoneId zone) {
    List<Instant> starts = starts(range, most, zone);
    Duration step = step(range, most);
    Instant end =
        step.compareTo(Duration.ofDays(1)) >= 0
            ? starts.getLast().atZone(zone).plusDays(step.toDays()).toInstant()
            : starts.getLast().plus(step);
    return new TimeRange(starts.getFirst(), end);
  }

  private static Duration step(TimeRange range, int most) {
    // One bucket may be lost to alignment at each end.
    long room = Math.max(1, most - 1L);
    for (Duration step : STEPS) {
      if (range.length().dividedBy(step) < room) {
        return step;
      }
    }
    return STEPS.getLast();
  }

  private static Instant aligned(Instant start, Duration step, ZoneId zone) {
    ZonedDateTime local = start.atZone(zone);
    ZonedDateTime midnight = local.truncatedTo(ChronoUnit.DAYS);
    long steps = Duration.between(midnight, local).dividedBy(step);
    return midnight.plus(step.multipliedBy(steps)).toInstant();
  }
}
