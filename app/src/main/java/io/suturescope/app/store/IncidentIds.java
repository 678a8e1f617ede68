package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Finds rows by incident id.
///
/// The ids are random, so keeping an index of them current would slow down every import. It covers
/// the rows up to one of them and is made anew, in one sorted go, when many have come since; those
/// are looked through.
final class IncidentIds {

  private static final String INDEX = "incident_ids";
  private static final long MANY = 50_000;

  /// Rows since the index was made, as a part of all, that are still looked through.
  private static final long SHARE = 10;

  /// Ids that one statement asks for.
  private static final int TOGETHER = 256;

  private IncidentIds() {}

  /// The rows of these ids, in the order of the rows, unknown ids left out. Rows that the index
  /// does not know are looked through once for many ids.
  static Map<String, List<Long>> rows(Db db, Collection<String> incidentIds) throws SQLException {
    long covered = covered(db);
    List<String> wanted = List.copyOf(new LinkedHashSet<>(incidentIds));
    Map<String, List<Long>> rows = new LinkedHashMap<>();
    for (int from = 0; from < wanted.size(); from += TOGETHER) {
      List<String> some = wanted.subList(from, Math.min(wanted.size(), from + TOGETHER));
      db.each(
          sql(covered),
          r ->
              rows.computeIfAbsent(Codes.incidentId(r.getObject(2)), _ -> new ArrayList<>())
                  .add(r.getLong(1)),
          twice(some));
    }
    return rows;
  }

  private static String sql(long covered) {
    String among = "incident_id IN (?" + ", ?".repeat(TOGETHER - 1) + ")";
    return "SELECT id, incident_id FROM (SELECT id, incident_id FROM incident "
        + (covered > 0 ? "INDEXED BY " + INDEX : "NOT INDEXED")
        + " WHERE "
        + among
        + " AND id < "
        + covered
        + " UNION ALL SELECT id, incident_id FROM incident NOT INDEXED WHERE id >= "
        + covered
        + " AND "
        + among
        + ") ORDER BY id";
  }

  /// The last one again and again, so that the statement is always the same.
  private static Object[] twice(List<String> ids) {
    Object[] values = new Object[2 * TOGETHER];
    for (int i = 0; i < TOGETHER; i++) {
      Object id = Codes.incidentId(ids.get(Math.min(i, ids.size() - 1)));
      values[i] = id;
      values[TOGETHER + i] = id;
    }
    return values;
  }

  /// Brings the index up to date where that pays. While no import runs.
  static void index(Db db) throws SQLException {
    long next = db.number("SELECT max(id) FROM incident").orElse(0) + 1;
    long covered = covered(db);
    if (next - covered < Math.max(MANY, next / SHARE) && next >= covered) {
      return;
    }
    db.execute("BEGIN IMMEDIATE");
    db.execute("DROP INDEX IF EXISTS " + INDEX);
    db.execute("CREATE INDEX " + INDEX + " ON incident(incident_id) WHERE id < " + next);
    db.execute("COMMIT");
  }

  /// The first row that the index does not know; its own text says so.
  private static long covered(Db db) throws SQLException {
    OptionalLong known =
        db.number(
            "SELECT CAST(substr(sql, instr(sql, 'id < ') + 5) AS INTEGER) FROM sqlite_schema WHERE"
                + " type = 'index' AND name = ?",
            INDEX);
    return known.orElse(0);
  }
}
