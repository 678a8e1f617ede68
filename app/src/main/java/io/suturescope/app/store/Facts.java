package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.origin.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads facts other than incidents.
final class Facts {

  private static final String COLUMNS =
      "SELECT t.id, f.source_id, t.body, f.path, t.line, t.offset, t.length, t.gone FROM fact t JOIN"
          + " file f ON f.id = t.file_id WHERE t.pending = 0 AND ";

  private Facts() {}

  static <T> List<Stored<T>> list(Db db, FactKind kind, Function<FactReader, T> read)
      throws SQLException {
    return list(db, Cond.of("t.kind = ? ORDER BY t.id", kind.code()), read);
  }

  static <T> List<Stored<T>> newest(Db db, FactKind kind, Function<FactReader, T> read, int limit)
      throws SQLException {
    return list(
        db,
        Cond.of("t.kind = ? ORDER BY t.time DESC, t.id DESC LIMIT ?", kind.code(), limit),
        read);
  }

  /// Newest first.
  static List<Stored<Alert>> alertsOf(Db db, String incidentId) throws SQLException {
    return list(
        db,
        Cond.of(
            "t.kind = ? AND t.natural = ? ORDER BY t.id DESC",
            FactKind.ALERT.code(),
            Words.storable(incidentId)),
        FactBytes::alert);
  }

  static <T> Optional<Stored<T>> one(Db db, FactKind kind, long id, Function<FactReader, T> read)
      throws SQLException {
    return list(db, Cond.of("t.kind = ? AND t.id = ?", kind.code(), id), read).stream().findFirst();
  }

  static <T> List<Stored<T>> list(Db db, Cond where, Function<FactReader, T> read)
      throws SQLException {
    Map<Long, SourceRow> sources = new HashMap<>();
    SourceQueries.all(db).forEach(s -> sources.put(s.id(), s));
    return db.list(COLUMNS + where.sql(), r -> stored(r, sources, read), where.args());
  }

  static <T> Stored<T> stored(
      ResultSet r, Map<Long, SourceRow> sources, Function<FactReader, T> read) throws SQLException {
    return new Stored<>(
        r.getLong(1),
        SourceQueries.of(sources, r.getLong(2)),
        read.apply(new FactReader(r.getBytes(3))),
        new Place(Words.restored(r.getString(4)), r.getLong(5), r.getLong(6), r.getInt(7)),
        r.getInt(8) != 0);
  }
}
