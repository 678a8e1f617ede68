package io.suturescope.app.store;

import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Event-log lines of crashes that were not patched.
final class EventQueries {

  private final Db db;
  private final Clock clock;

  EventQueries(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  List<Stored<PatchEvent>> notPatched(IncidentQuery query, int limit) throws SQLException {
    Map<Long, SourceRow> sources = new HashMap<>();
    SourceQueries.all(db).forEach(s -> sources.put(s.id(), s));
    List<Stored<PatchEvent>> found = new ArrayList<>();
    db.each(
        "SELECT t.id, f.source_id, t.body, f.path, t.line, t.offset, t.length, t.gone FROM fact t"
            + " JOIN file f ON f.id = t.file_id WHERE t.pending = 0 AND t.kind = ? AND t.flag = 1"
            + " ORDER BY t.time DESC, t.id DESC",
        r -> {
          if (found.size() < limit) {
            Stored<PatchEvent> event = Facts.stored(r, sources, FactBytes::event);
            if (query.terms().stream().allMatch(t -> matches(event, t) != t.negated())) {
              found.add(event);
            }
          }
          if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cancelled while reading");
          }
        },
        FactKind.EVENT.code());
    return List.copyOf(found);
  }

  private boolean matches(Stored<PatchEvent> event, QueryTerm term) {
    return term.values().stream().anyMatch(v -> matches(event, term.key(), v));
  }

  private boolean matches(Stored<PatchEvent> event, Optional<QueryKey> key, QueryValue value) {
    PatchEvent e = event.fact();
    if (value instanceof QueryValue.Text(String text)) {
      return matches(event, key, text);
    }
    Optional<Instant> time = e.time();
    return switch (value) {
      case QueryValue.Ago(var ago) -> at(time, key, clock.instant().minus(ago));
      case QueryValue.Moment(var moment) -> at(time, key, moment);
      case QueryValue.Day day ->
          at(
              time,
              key,
              key.equals(Optional.of(QueryKey.SINCE))
                  ? day.start(clock.getZone())
                  : day.end(clock.getZone()));
      case QueryValue.Hours hours ->
          time.filter(t -> hours.contains(t.atZone(clock.getZone()).getHour())).isPresent();
      default -> false;
    };
  }

  private static boolean at(Optional<Instant> time, Optional<QueryKey> key, Instant bound) {
    boolean since = key.equals(Optional.of(QueryKey.SINCE));
    return time.filter(t -> since != t.isBefore(bound)).isPresent();
  }

  private static boolean matches(Stored<PatchEvent> event, Optional<QueryKey> key, String text) {
    PatchEvent e = event.fact();
    if (key.isEmpty()) {
      String all =
          String.join("\n", e.function(), e.exceptionType(), e.strategy(), e.variable(), e.error());
      return Pattern.matches("*" + text + "*", all);
    }
    return switch (key.get()) {
      case FN -> Pattern.matches(text, e.function());
      case FILE -> Pattern.matches(text, e.fileName());
      case GUARD -> Pattern.matches(text, e.strategy());
      case EXCEPTION -> Pattern.matches(text, e.exceptionType());
      case SOURCE ->
          Pattern.matches(text, event.source().identity().displayName())
              || Pattern.matches(text, event.source().identity().path());
      default -> false;
    };
  }
}
