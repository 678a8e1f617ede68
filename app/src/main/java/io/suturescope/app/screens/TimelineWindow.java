package io.suturescope.app.screens;

import io.suturescope.app.store.Reading;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.timeline.BucketSteps;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.TimeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which stretch of time the timeline shows, and what part of it the list is limited to.
///
/// The brush is nothing but a `since:` and an `until:` with exact moments in the query. While it is
/// there, the timeline goes on showing what it showed, with everything around the brush.
final class TimelineWindow {

  static final SeverityTimeline EMPTY =
      new SeverityTimeline(new TimeRange(Instant.EPOCH, Instant.EPOCH), List.of(), 0);

  private static final int BARS = 140;

  private volatile Optional<TimeRange> held = Optional.empty();

  /// Keeps showing this stretch, whatever the query says.
  void hold(TimeRange range) {
    held = range.length().isZero() ? Optional.empty() : Optional.of(range);
  }

  boolean isHeld() {
    return held.isPresent();
  }

  void release() {
    held = Optional.empty();
  }

  /// Reads the bars. Off the UI thread.
  SeverityTimeline read(Reading reading, IncidentQuery query, TimeView time) {
    boolean brushed = brush(query).isPresent();
    IncidentQuery drawn = brushed || held.isPresent() ? unlimited(query) : query;
    Optional<TimeRange> range =
        held.or(() -> brushed ? Optional.empty() : spoken(query, time))
            .or(() -> reading.extent(drawn));
    if (range.isEmpty()) {
      return EMPTY;
    }
    TimeRange whole = BucketSteps.covered(range.get(), BARS, time.zone());
    return reading.timeline(drawn, whole, BucketSteps.starts(range.get(), BARS, time.zone()));
  }

  /// The exact stretch that the query is limited to.
  Optional<TimeRange> brush(IncidentQuery query) {
    Optional<Instant> since = moment(query, QueryKey.SINCE);
    Optional<Instant> until = moment(query, QueryKey.UNTIL);
    return since.isPresent() && until.isPresent() && since.get().isBefore(until.get())
        ? Optional.of(new TimeRange(since.get(), until.get()))
        : Optional.empty();
  }

  static IncidentQuery limited(IncidentQuery query, TimeRange range) {
    return unlimited(query)
        .with(QueryTerm.of(QueryKey.SINCE, new QueryValue.Moment(range.start())))
        .with(QueryTerm.of(QueryKey.UNTIL, new QueryValue.Moment(range.end())));
  }

  static IncidentQuery unlimited(IncidentQuery query) {
    return query.without(QueryKey.SINCE, QueryKey.UNTIL);
  }

  private static Optional<Instant> moment(IncidentQuery query, QueryKey key) {
    return only(
        query,
        key,
        value ->
            value instanceof QueryValue.Moment(Instant at) ? Optional.of(at) : Optional.empty());
  }

  /// The stretch that `since:` asks for; up to now unless `until:` says otherwise.
  static Optional<TimeRange> spoken(IncidentQuery query, TimeView time) {
    Optional<Instant> since = only(query, QueryKey.SINCE, value -> start(value, time));
    Optional<Instant> until = only(query, QueryKey.UNTIL, value -> end(value, time));
    Instant end = until.orElse(time.now());
    return since.filter(start -> start.isBefore(end)).map(start -> new TimeRange(start, end));
  }

  private static Optional<Instant> only(
      IncidentQuery query, QueryKey key, Function<QueryValue, Optional<Instant>> read) {
    List<QueryTerm> terms = query.of(key);
    if (terms.size() != 1 || terms.getFirst().negated() || terms.getFirst().values().size() != 1) {
      return Optional.empty();
    }
    return read.apply(terms.getFirst().values().getFirst());
  }

  private static Optional<Instant> start(QueryValue value, TimeView time) {
    return switch (value) {
      case QueryValue.Ago(var duration) -> Optional.of(time.now().minus(duration));
      case QueryValue.Day day -> Optional.of(day.start(time.zone()));
      case QueryValue.Moment(Instant at) -> Optional.of(at);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> end(QueryValue value, TimeView time) {
    return value instanceof QueryValue.Day day
        ? Optional.of(day.end(time.zone()))
        : start(value, time);
  }
}
