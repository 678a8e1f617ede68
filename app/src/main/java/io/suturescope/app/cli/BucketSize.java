package io.suturescope.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long a bar of `timeline` is: an hour or a day of the zone asked for, so that a day on which
/// the clocks change is one bucket of 23 or 25 hours.
enum BucketSize {
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  private final Duration usual;

  BucketSize(Duration usual) {
    this.usual = usual;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// About how many buckets a stretch of time has.
  long count(Instant first, Instant end) {
    return ChronoUnit.SECONDS.between(first, end) / usual.toSeconds() + 1;
  }

  /// The starts of the buckets that cover `first` up to `end`, and the end of the last one; empty
  /// when there is nothing to cover.
  List<Instant> edges(Instant first, Instant end, ZoneId zone) {
    List<Instant> edges = new ArrayList<>();
    if (!end.isAfter(first)) {
      return edges;
    }
    Instant edge = start(first.atZone(zone));
    while (edge.isBefore(end)) {
      edges.add(edge);
      edge = next(edge, zone);
    }
    edges.add(edge);
    return edges;
  }

  private Instant start(ZonedDateTime time) {
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> time.toLocalDate().atStartOfDay(time.getZone()).toInstant();
    };
  }

  /// Steps on until the clock really shows another hour or day: some zones turn it back by half an
  /// hour, and one left out a day.
  private Instant next(Instant edge, ZoneId zone) {
    Instant next = edge;
    for (int step = 1; !next.isAfter(edge); step++) {
      next = later(edge.atZone(zone), step);
    }
    return next;
  }

  private Instant later(ZonedDateTime edge, int step) {
    return switch (this) {
      case HOUR -> start(edge.plusHours(step));
      case DAY -> {
        LocalDate day = edge.toLocalDate().plusDays(step);
        yield day.atStartOfDay(edge.getZone()).toInstant();
      }
    };
  }
}
