package io.suturescope.app.screens;

import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityTimeline;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/// What a night of crashes comes to, in one sentence made from its bars.
final class NightSentence {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
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

  static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }
}
