package io.suturescope.app.screens;

import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/// What a night of crashes comes to, in one sentence made from its bars.
final class NightSentence {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private NightSentence() {}

  static String of(SeverityTimeline bars, ZoneId zone) {
    long all = bars.total().total();
    Bucket highest =
        bars.buckets().stream()
            .max(Comparator.comparingLong(bucket -> bucket.counts().total()))
            .orElseThrow();
    long most = highest.counts().total();
    String when = CLOCK.format(highest.start().atZone(zone));
    return most == all
        ? Words.count(all, "crash", "crashes") + ", all after " + when + "."
        : Words.count(all, "crash", "crashes") + "; the most, " + most + ", after " + when + ".";
  }

  /// "17:40" today, "Wednesday 17:40" within a week, else with the date.
  static String lately(Instant instant, Instant now, ZoneId zone) {
    ZonedDateTime then = instant.atZone(zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (then.toLocalDate().equals(today)) {
      return CLOCK.format(then);
    }
    return then.toLocalDate().isAfter(today.minusDays(7)) && instant.isBefore(now)
        ? WEEKDAY.format(then)
        : DAY.format(then);
  }

  static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }
}
