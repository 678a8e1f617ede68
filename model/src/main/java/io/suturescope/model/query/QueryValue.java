package io.suturescope.model.query;

import io.suturescope.model.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// One checked value of a term.
public sealed interface QueryValue {

  /// Free text; `*` in it stands for any characters, without one it must be equal, ignoring case.
  /// For bare words it is searched anywhere in message, function and stack.
  record Text(String text) implements QueryValue {}

  /// One word of the key's vocabulary, in lower case.
  record Word(String word) implements QueryValue {}

  /// A severity bound. {@link Comparison#AT_LEAST} means at least as bad; unknown severities match
  /// only {@link Comparison#EQUAL}.
  record Level(Comparison comparison, Severity severity) implements QueryValue {
    public boolean matches(Severity other) {
      if (comparison == Comparison.EQUAL) {
        return other == severity;
      }
      // A worse severity comes first in the enum.
      return other != Severity.UNKNOWN
          && severity != Severity.UNKNOWN
          && comparison.holds(severity.compareTo(other));
    }
  }

  /// So long before now, as in `since:2d`.
  record Ago(Duration duration) implements QueryValue {}

  /// A day in the zone of the query: its start for `since`, its end for `until`.
  record Day(LocalDate date) implements QueryValue {
    public Instant start(ZoneId zone) {
      return date.atStartOfDay(zone).toInstant();
    }

    public Instant end(ZoneId zone) {
      return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /// An exact moment; microseconds at the finest.
  record Moment(Instant instant) implements QueryValue {}

  /// Hours of the day in the zone of the query, `from` inclusive 0 to 23, `to` exclusive 1 to 24;
  /// `from` greater than or equal to `to` runs over midnight.
  record Hours(int from, int to) implements QueryValue {
    public boolean contains(int hour) {
      return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
  }

  /// Time left of a patch; below zero when expired.
  record Left(Comparison comparison, Duration duration) implements QueryValue {}
}
