package io.suturescope.app.store;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts rows together from their numbers.
final class RowLoading {

  private static final String ROW =
      """
      SELECT i.id, i.grp, i.incident_id, i.time, i.severity, i.status, fp.value, ex.value, ms.value,
        mo.value, fu.value, gu.value, pa.value, t.line, py.value, th.value, so.name,
        (SELECT count(*) FROM fold WHERE crash = i.id),
        1 + (SELECT count(*) FROM sighting WHERE incident = i.id AND pending = 0), i.copy, i.gone,
        i.line, i.offset, i.length, f.path, so.id, h.stack, ta.value, st.value, fx.value, co.value,
        rv.value, cs.value, e.ttl, e.hits, xt.value, (SELECT crash FROM fold WHERE copy = i.id)
      FROM incident i
        JOIN shape h ON h.id = i.shape JOIN site t ON t.id = h.site JOIN grp g ON g.id = i.grp
        JOIN env e ON e.id = i.env JOIN file f ON f.id = i.file_id JOIN source so ON so.id = f.source_id
        JOIN name fp ON fp.id = g.fingerprint JOIN name ex ON ex.id = g.exception
        JOIN text ms ON ms.id = h.message JOIN name mo ON mo.id = g.module
        JOIN name fu ON fu.id = g.function JOIN name gu ON gu.id = g.guard
        JOIN name pa ON pa.id = t.path JOIN name py ON py.id = e.python
        JOIN name th ON th.id = e.thread JOIN name ta ON ta.id = t.target
        JOIN name st ON st.id = t.standin LEFT JOIN name fx ON fx.id = t.fix
        JOIN name co ON co.id = t.confidence JOIN name rv ON rv.id = e.review
        JOIN name cs ON cs.id = e.codesuture LEFT JOIN name xt ON xt.id = i.extra
      """;

  private final Db db;
  private final View view;
  private final Map<Long, SourceRow> sources = new HashMap<>();

  RowLoading(Db db, View view) {
    this.db = db;
    this.view = view;
  }

  Optional<IncidentRow> row(long id) throws SQLException {
    return id >= view.hiddenFrom()
        ? Optional.empty()
        : db.first(ROW + "WHERE i.id = ?", RowLoading::row, id);
  }

  Optional<StoredIncident> incident(long id) throws SQLException {
    if (id >= view.hiddenFrom()) {
      return Optional.empty();
    }
    if (sources.isEmpty()) {
      SourceQueries.all(db).forEach(s -> sources.put(s.id(), s));
    }
    return db.first(ROW + "WHERE i.id = ?", this::incident, id);
  }

  private static String text(ResultSet r, int column) throws SQLException {
    String text = r.getString(column);
    return text == null ? "" : Words.restored(text);
  }

  private static Optional<Instant> time(ResultSet r) throws SQLException {
    long micros = r.getLong(4);
    return r.wasNull() ? Optional.empty() : Optional.of(Codes.instant(micros));
  }

  private static IncidentRow row(ResultSet r) throws SQLException {
    return new IncidentRow(
        r.getLong(1),
        r.getLong(2),
        Codes.incidentId(r.getObject(3)),
        time(r),
        Codes.SEVERITIES.get(r.getInt(5)),
        Codes.STATUSES.get(r.getInt(6)),
        text(r, 7),
        text(r, 8),
        text(r, 9),
        text(r, 10),
        text(r, 11),
        text(r, 12),
        text(r, 13),
        r.getInt(14),
        text(r, 15),
        text(r, 16),
        text(r, 17),
        r.getLong(18),
        r.getLong(19),
        r.getInt(20) == 1,
        r.getInt(21) == 1);
  }

  private StoredIncident incident(ResultSet r) throws SQLException {
    IncidentRow row = row(r);
    String fix = r.getString(30);
    boolean copy = row.copy();
    List<String> stack = stack(r.getLong(27));
    Incident incident =
        new Incident(
            row.incidentId(),
            row.time(),
            row.fingerprint(),
            row.exceptionType(),
            row.exceptionMessage(),
            row.module(),
            row.function(),
            row.lineNumber(),
            row.filePath(),
            stack,
            row.severity(),
            row.status(),
            row.guardType(),
            text(r, 28),
            text(r, 29),
            Optional.ofNullable(fix).map(Words::restored),
            text(r, 31),
            text(r, 32),
            row.pythonVersion(),
            text(r, 33),
            r.getInt(34),
            r.getInt(35),
            row.threadName(),
            copy,
            extra(text(r, 36)));
    long foldedInto = r.getLong(37);
    boolean folded = !r.wasNull();
    return new StoredIncident(
        row.id(),
        row.group(),
        incident,
        SourceQueries.of(sources, r.getLong(26)),
        new Place(text(r, 25), r.getLong(22), r.getLong(23), r.getInt(24)),
        row.verificationCopies(),
        row.occurrences(),
        escalated(row),
        folded ? Optional.of(foldedInto) : Optional.empty(),
        row.gone());
  }

  private List<String> stack(long id) throws SQLException {
    List<String> frames = new ArrayList<>();
    if (id == 0) {
      return frames;
    }
    byte[] bytes =
        db.first("SELECT frames FROM stack WHERE id = ?", r -> r.getBytes(1), id).orElseThrow();
    for (long text : StackTable.decoded(bytes)) {
      frames.add(
          Words.restored(
              db.first("SELECT value FROM text WHERE id = ?", r -> r.getString(1), text)
                  .orElseThrow()));
    }
    return frames;
  }

  /// The inverse of what {@link Dictionary} joins.
  static Map<String, String> extra(String joined) {
    Map<String, String> extra = new LinkedHashMap<>();
    int at = 0;
    while (at < joined.length()) {
      int name = joined.indexOf(Dictionary.BETWEEN, at);
      int value = joined.indexOf(Dictionary.BETWEEN, name + 1);
      extra.put(joined.substring(at, name), joined.substring(name + 1, value));
      at = value + 1;
    }
    return extra;
  }

  /// What its alert says, where that is another severity.
  private Optional<Severity> escalated(IncidentRow row) throws SQLException {
    if (row.incidentId().isEmpty()) {
      return Optional.empty();
    }
    return Facts.alertsOf(db, row.incidentId()).stream()
        .map(a -> a.fact().severity())
        .filter(s -> s != row.severity())
        .findFirst();
  }
}
