package io.suturescope.app.store;

import io.suturescope.model.origin.ImportProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// Sources and their problems.
final class SourceQueries {

  private static final String COLUMNS =
      "SELECT id, path, name, system, kind, last_import FROM source";

  private SourceQueries() {}

  /// Those with a finished import, and the one whose running import may be seen.
  static List<SourceRow> visible(Db db, View view) throws SQLException {
    return db.list(
        COLUMNS + " WHERE last_import IS NOT NULL OR id = ? ORDER BY name, id",
        SourceQueries::source,
        view.running().orElse(-1));
  }

  /// With the one whose first import is running.
  static List<SourceRow> all(Db db) throws SQLException {
    return db.list(COLUMNS, SourceQueries::source);
  }

  static SourceRow of(Map<Long, SourceRow> sources, long id) {
    return Objects.requireNonNull(sources.get(id));
  }

  private static SourceRow source(ResultSet r) throws SQLException {
    long imported = r.getLong(6);
    boolean never = r.wasNull();
    return new SourceRow(
        r.getLong(1),
        new SourceIdentity(
            r.getString(2),
            r.getString(3),
            r.getString(4),
            SourceIdentity.Kind.valueOf(r.getString(5))),
        never ? Optional.empty() : Optional.of(Codes.instant(imported)));
  }

  static Optional<SourceDetails> details(Db db, long id) throws SQLException {
    Optional<SourceRow> found =
        all(db).stream().filter(s -> s.id() == id && s.lastImport().isPresent()).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    SourceRow source = found.get();
    SourceReport report =
        new Reports(db).report(source.identity(), id, new SourceReport.Files(0, 0, 0, 0), 0);
    Cond own = Cond.of("t.gone = 0 AND f.source_id = ? AND t.kind = ?", id, 0);
    return Optional.of(
        new SourceDetails(
            source,
            report,
            Facts.list(db, kind(own, id, FactKind.LEARNED_RULE), FactBytes::learnedRule).stream()
                .map(Stored::fact)
                .toList(),
            Facts.list(db, kind(own, id, FactKind.ALERT_CONFIG), FactBytes::alertConfig).stream()
                .map(Stored::fact)
                .findFirst()));
  }

  private static Cond kind(Cond own, long source, FactKind kind) {
    return Cond.of(own.sql(), source, kind.code());
  }

  static List<StoredProblem> problems(Db db, OptionalLong source, OptionalLong after, int limit)
      throws SQLException {
    Map<Long, SourceRow> sources = new HashMap<>();
    all(db).forEach(s -> sources.put(s.id(), s));
    List<Cond> conds = new ArrayList<>(List.of(Cond.of("pending = 0")));
    source.ifPresent(id -> conds.add(Cond.of("source_id = ?", id)));
    after.ifPresent(id -> conds.add(Cond.of("id > ?", id)));
    Cond where = Cond.all(conds);
    List<Object> values = new ArrayList<>(where.values());
    values.add(limit);
    return db.list(
        "SELECT id, source_id, weight, path, line, reason, excerpt FROM problem WHERE "
            + where.sql()
            + " ORDER BY id LIMIT ?",
        r -> new StoredProblem(r.getLong(1), of(sources, r.getLong(2)), problem(r)),
        values.toArray());
  }

  static long[] problemIds(
      Db db, OptionalLong source, Optional<ImportProblem.Weight> weight, int limit)
      throws SQLException {
    List<Cond> conds = new ArrayList<>(List.of(Cond.of("pending = 0")));
    source.ifPresent(id -> conds.add(Cond.of("source_id = ?", id)));
    weight.ifPresent(w -> conds.add(Cond.of("weight = ?", Codes.of(w))));
    Cond where = Cond.all(conds);
    List<Object> values = new ArrayList<>(where.values());
    values.add(limit);
    return db
        .list(
            "SELECT id FROM problem WHERE " + where.sql() + " ORDER BY id LIMIT ?",
            r -> r.getLong(1),
            values.toArray())
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  static List<StoredProblem> problems(Db db, long[] ids) throws SQLException {
    Map<Long, SourceRow> sources = new HashMap<>();
    all(db).forEach(s -> sources.put(s.id(), s));
    Map<Long, StoredProblem> found = new HashMap<>();
    db.each(
        "SELECT id, source_id, weight, path, line, reason, excerpt FROM problem WHERE id IN (SELECT"
            + " value FROM json_each(?))",
        r ->
            found.put(
                r.getLong(1),
                new StoredProblem(r.getLong(1), of(sources, r.getLong(2)), problem(r))),
        Cond.ids(LongStream.of(ids).boxed().toList()));
    return LongStream.of(ids).filter(found::containsKey).mapToObj(found::get).toList();
  }

  /// From columns 3 to 7.
  static ImportProblem problem(ResultSet r) throws SQLException {
    return new ImportProblem(
        Codes.WEIGHTS.get(r.getInt(3)),
        Words.restored(r.getString(4)),
        r.getLong(5),
        Words.restored(r.getString(6)),
        Words.restored(r.getString(7)));
  }

  static long problemCount(Db db, OptionalLong source) throws SQLException {
    return source.isPresent()
        ? db.number(
                "SELECT count(*) FROM problem WHERE pending = 0 AND source_id = ?",
                source.getAsLong())
            .orElse(0)
        : db.number("SELECT count(*) FROM problem WHERE pending = 0").orElse(0);
  }
}
