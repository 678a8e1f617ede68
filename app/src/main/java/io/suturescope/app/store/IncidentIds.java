package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.List;
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

  private IncidentIds() {}

  static List<Long> rows(Db db, String incidentId, int limit) throws SQLException {
    Object id = Codes.incidentId(incidentId);
    long covered = covered(db);
    return db.list(
        "SELECT id FROM (SELECT id FROM incident "
            + (covered > 0 ? "INDEXED BY " + INDEX : "NOT INDEXED")
            + " WHERE incident_id = ? AND id < "
            + covered
            + " UNION ALL SELECT id FROM incident NOT INDEXED WHERE id >= "
            + covered
            + " AND incident_id = ?) ORDER BY id LIMIT ?",
        r -> r.getLong(1),
        id,
        id,
        limit);
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
