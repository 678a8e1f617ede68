package io.suturescope.app.screens;

import io.suturescope.app.store.Completion;
import io.suturescope.app.store.Reading;
import io.suturescope.model.query.CompletionSpot;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.query.QueryProblem;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.views.frame.FrameState.Range;
import io.suturescope.views.frame.QueryState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The query as it stands and as it is being typed, with the ones before it.
final class QueryBar {

  private static final int REMEMBERED = 100;
  private static final int PROPOSALS = 12;

  private final Deque<IncidentQuery> before = new ArrayDeque<>();
  private IncidentQuery query = IncidentQuery.ALL;
  private List<QueryProblem> problems = List.of();
  private List<QueryState.Completion> completions = List.of();

  IncidentQuery query() {
    return query;
  }

  /// True when the query is another one now.
  boolean set(IncidentQuery next) {
    problems = List.of();
    completions = List.of();
    if (next.sameMeaning(query)) {
      return false;
    }
    before.push(query);
    if (before.size() > REMEMBERED) {
      before.removeLast();
    }
    query = next;
    return true;
  }

  /// True when there was one before.
  boolean back() {
    if (before.isEmpty()) {
      return false;
    }
    query = before.pop();
    return true;
  }

  void typed(String text) {
    problems =
        IncidentQuery.parse(text) instanceof QueryParse.Wrong(List<QueryProblem> wrong)
            ? wrong
            : List.of();
  }

  void wrong(List<QueryProblem> found) {
    problems = found;
    completions = List.of();
  }

  void offered(List<QueryState.Completion> found) {
    completions = found;
  }

  QueryState state() {
    return new QueryState(query.text(), problems, completions);
  }

  /// What could stand at the caret: keys with their meaning, or values with their counts. Off the
  /// UI thread.
  static List<QueryState.Completion> completions(Reading reading, String text, int caret) {
    CompletionSpot spot = CompletionSpot.at(text, Math.clamp(caret, 0, text.length()));
    List<QueryState.Completion> found = new ArrayList<>();
    for (QueryKey key : spot.keys()) {
      found.add(
          new QueryState.Completion(
              key.word() + ":", key.meaning(), OptionalLong.empty(), spot.start(), spot.end()));
    }
    if (spot.key().isPresent()) {
      for (Completion value : reading.completions(spot, PROPOSALS)) {
        found.add(
            new QueryState.Completion(
                value.text(),
                value.meaning(),
                OptionalLong.of(value.count()),
                spot.start(),
                spot.end()));
      }
    }
    return found;
  }

  /// The button that says how far back the query looks.
  Range range() {
    List<QueryTerm> since = query.of(QueryKey.SINCE);
    if (!query.of(QueryKey.UNTIL).isEmpty() || since.size() > 1) {
      return Range.CUSTOM;
    }
    if (since.isEmpty()) {
      return Range.ALL;
    }
    QueryTerm term = since.getFirst();
    if (term.negated()
        || term.values().size() != 1
        || !(term.values().getFirst() instanceof QueryValue.Ago(Duration ago))) {
      return Range.CUSTOM;
    }
    for (Range range : Range.values()) {
      if (length(range).equals(Optional.of(ago))) {
        return range;
      }
    }
    return Range.CUSTOM;
  }

  /// The query with another range.
  IncidentQuery ranged(Range range) {
    IncidentQuery unlimited = TimelineWindow.unlimited(query);
    return length(range)
        .map(ago -> unlimited.with(QueryTerm.of(QueryKey.SINCE, new QueryValue.Ago(ago))))
        .orElse(unlimited);
  }

  private static Optional<Duration> length(Range range) {
    return switch (range) {
      case H1 -> Optional.of(Duration.ofHours(1));
      case H24 -> Optional.of(Duration.ofHours(24));
      case D2 -> Optional.of(Duration.ofDays(2));
      case D7 -> Optional.of(Duration.ofDays(7));
      case D30 -> Optional.of(Duration.ofDays(30));
      case ALL, CUSTOM -> Optional.empty();
    };
  }
}
