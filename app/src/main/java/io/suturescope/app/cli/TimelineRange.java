package io.suturescope.app.cli;

import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.timeline.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What `timeline` covers: each end from the query where it names one, else from the first or last
/// incident that matches.
final class TimelineRange {

  private TimelineRange() {}

  /// @param extent of the incidents that match
  /// @return empty when an end is unknown, or the end is not after the start
  static Optional<TimeRange> of(IncidentQuery query, Optional<TimeRange> extent, Clock clock) {
    Optional<Instant> start = since(query, clock).or(() -> extent.map(TimeRange::start));
    Optional<Instant> end = until(query, clock).or(() -> extent.map(TimeRange::end));
    if (start.isEmpty() || end.isEmpty() || !end.get().isAfter(start.get())) {
      return Optional.empty();
    }
    return Optional.of(new TimeRange(start.get(), end.get()));
  }

  /// Of the values of one term any may hold, so the earliest counts; of several terms all must.
  private static Optional<Instant> since(IncidentQuery query, Clock clock) {
    return query.of(QueryKey.SINCE).stream()
        .filter(term -> !term.negated())
        .flatMap(term -> ends(term, clock, true).min(Comparator.naturalOrder()).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<Instant> until(IncidentQuery query, Clock clock) {
    return query.of(QueryKey.UNTIL).stream()
        .filter(term -> !term.negated())
        .flatMap(term -> ends(term, clock, false).max(Comparator.naturalOrder()).stream())
        .min(Comparator.naturalOrder());
  }

  private static Stream<Instant> ends(QueryTerm term, Clock clock, boolean start) {
    return term.values().stream().flatMap(value -> end(value, clock, start).stream());
  }

  private static Optional<Instant> end(QueryValue value, Clock clock, boolean start) {
    return switch (value) {
      case QueryValue.Ago(var duration) -> Optional.of(clock.instant().minus(duration));
      case QueryValue.Day day ->
          Optional.of(start ? day.start(clock.getZone()) : day.end(clock.getZone()));
      case QueryValue.Moment(Instant instant) -> Optional.of(instant);
      default -> Optional.empty();
    };
  }
}
