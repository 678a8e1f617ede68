package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.List;

/// The tables, as numbered migrations: a number is never changed once released, a new one is added.
final class Schema {

  /// "Sutu": tells our files from other programs' databases.
  static final int APPLICATION_ID = 0x53757475;

  private static final List<List<String>> MIGRATIONS = List.of(first());

  /// Not there while an import into an empty workspace runs: see {@link #withoutGroupIndex}.
  private static final String GROUP_INDEX =
      "CREATE INDEX IF NOT EXISTS incident_grp ON incident(grp, time, hash, shape)";

  private Schema() {}

  /// Sorting a whole import once costs a fifth of finding a place in the index for every row.
  static void withoutGroupIndex(Db db) throws SQLException {
    db.execute("DROP INDEX IF EXISTS incident_grp");
  }

  static void withGroupIndex(Db db) throws SQLException {
    db.execute(GROUP_INDEX);
  }

  /// The index by group as a part of a query, empty while it is not there.
  static String groupIndex(Db db) throws SQLException {
    return db.number("SELECT 1 FROM sqlite_master WHERE name = 'incident_grp'").isPresent()
        ? "incident_grp"
        : "";
  }

  static int newest() {
    return MIGRATIONS.size();
  }

  /// Brings a database of version `from` (0: empty) up to date, in one transaction.
  static void migrate(Db db, int from, long nowMicros) throws SQLException {
    db.execute("BEGIN IMMEDIATE");
    db.execute(
        "CREATE TABLE IF NOT EXISTS migration(version INTEGER PRIMARY KEY, applied INTEGER NOT"
            + " NULL)");
    for (int version = from + 1; version <= newest(); version++) {
      for (String sql : MIGRATIONS.get(version - 1)) {
        db.execute(sql);
      }
      db.update("INSERT INTO migration VALUES(?, ?)", version, nowMicros);
    }
    db.execute("PRAGMA user_version = " + newest());
    db.execute("PRAGMA application_id = " + APPLICATION_ID);
    db.execute("COMMIT");
  }

  /// Repeated text stands once, in `name` (short, matched by patterns) or `text` (searched), and
  /// rows hold numbers. `part` of a roll-up is the import it came from: an import becomes visible
  /// when `published` lists its part and `hidden_from` moves behind its rows, both in one commit.
  private static List<String> first() {
    return List.of(
        "CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        // One row. Incidents from hidden_from on belong to an unfinished import.
        "CREATE TABLE state(hidden_from INTEGER NOT NULL, last_part INTEGER NOT NULL, revision"
            + " INTEGER NOT NULL)",
        "INSERT INTO state VALUES(9223372036854775807, 0, 0)",
        "CREATE TABLE published(part INTEGER PRIMARY KEY)",
        "INSERT INTO published VALUES(0)",
        "CREATE TABLE source(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
            + " system TEXT NOT NULL, kind TEXT NOT NULL, last_import INTEGER)",
        "CREATE TABLE file(id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, path TEXT NOT NULL,"
            + " kind TEXT, size INTEGER, modified INTEGER, consumed INTEGER, lines INTEGER,"
            + " checksum INTEGER, accepted INTEGER NOT NULL DEFAULT 0, blank INTEGER NOT NULL"
            + " DEFAULT 0, problems INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0,"
            + " pending INTEGER NOT NULL DEFAULT 1, UNIQUE(source_id, path))",
        "CREATE TABLE span(first INTEGER NOT NULL, last INTEGER NOT NULL, file_id INTEGER NOT"
            + " NULL, imported INTEGER NOT NULL)",
        "CREATE INDEX span_file ON span(file_id)",
        "CREATE TABLE tally(file_id INTEGER, what TEXT, word TEXT, n INTEGER NOT NULL, PRIMARY"
            + " KEY(file_id, what, word)) WITHOUT ROWID",
        "CREATE TABLE name(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, value TEXT NOT NULL,"
            + " folded TEXT)",
        "CREATE INDEX name_hash ON name(hash)",
        "CREATE TABLE text(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, value TEXT NOT NULL)",
        "CREATE INDEX text_hash ON text(hash)",
        "CREATE TABLE stack(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, frames BLOB NOT NULL)",
        "CREATE INDEX stack_hash ON stack(hash)",
        "CREATE TABLE stack_frame(text_id INTEGER, stack_id INTEGER, PRIMARY KEY(text_id,"
            + " stack_id)) WITHOUT ROWID",
        "CREATE TABLE grp(id INTEGER PRIMARY KEY, fingerprint INTEGER NOT"
            + " NULL, module INTEGER NOT NULL, function INTEGER NOT NULL, guard INTEGER NOT NULL,"
            + " exception INTEGER NOT NULL, words INTEGER NOT NULL)",
        "CREATE INDEX grp_all ON grp(function, module, fingerprint, guard, exception)",
        "CREATE INDEX grp_words ON grp(words)",
        "CREATE INDEX grp_fingerprint ON grp(fingerprint)",
        "CREATE TABLE site(id INTEGER PRIMARY KEY, path INTEGER NOT NULL,"
            + " line INTEGER NOT NULL, target INTEGER NOT NULL, standin INTEGER NOT NULL, fix"
            + " INTEGER NOT NULL, confidence INTEGER NOT NULL)",
        "CREATE INDEX site_all ON site(path, line, target, standin, fix, confidence)",
        "CREATE TABLE env(id INTEGER PRIMARY KEY, python INTEGER NOT NULL,"
            + " codesuture INTEGER NOT NULL, ttl INTEGER NOT NULL, hits INTEGER NOT NULL, thread"
            + " INTEGER NOT NULL, review INTEGER NOT NULL)",
        "CREATE INDEX env_all ON env(python, codesuture, ttl, hits, thread, review)",
        "CREATE TABLE shape(id INTEGER PRIMARY KEY, grp INTEGER NOT NULL,"
            + " site INTEGER NOT NULL, message INTEGER NOT NULL, stack INTEGER NOT NULL)",
        "CREATE INDEX shape_all ON shape(grp, message, stack, site)",
        "CREATE TABLE incident(id INTEGER PRIMARY KEY, time INTEGER, hash INTEGER NOT NULL,"
            + " incident_id NOT NULL, grp INTEGER NOT NULL, severity INTEGER NOT NULL, status"
            + " INTEGER NOT NULL, copy INTEGER NOT NULL, gone INTEGER NOT NULL, shape INTEGER NOT"
            + " NULL, env INTEGER NOT NULL, extra INTEGER NOT NULL, file_id INTEGER NOT NULL, line"
            + " INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL)",
        "CREATE INDEX incident_time ON incident(time, hash)",
        GROUP_INDEX,
        "CREATE INDEX incident_copy ON incident(grp) WHERE copy = 1",
        // A line that is in the workspace already, met again elsewhere; move: its own place
        // changed.
        "CREATE TABLE sighting(id INTEGER PRIMARY KEY, incident INTEGER NOT NULL, file_id INTEGER"
            + " NOT NULL, line INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,"
            + " move INTEGER NOT NULL, pending INTEGER NOT NULL)",
        "CREATE INDEX sighting_incident ON sighting(incident)",
        "CREATE INDEX sighting_file ON sighting(file_id)",
        "CREATE TABLE fold(copy INTEGER PRIMARY KEY, crash INTEGER NOT NULL)",
        "CREATE INDEX fold_crash ON fold(crash)",
        "CREATE TABLE roll_time(part INTEGER, level INTEGER, slot INTEGER, status INTEGER, n0"
            + " INTEGER, n1 INTEGER, n2 INTEGER, n3 INTEGER, n4 INTEGER, PRIMARY KEY(part, level,"
            + " slot, status)) WITHOUT ROWID",
        "CREATE TABLE roll_grp(part INTEGER, level INTEGER, slot INTEGER, grp INTEGER, severity"
            + " INTEGER, n INTEGER, first INTEGER, last INTEGER, PRIMARY KEY(part, level, slot, grp,"
            + " severity)) WITHOUT ROWID",
        "CREATE TABLE roll_words(part INTEGER, grp INTEGER, message INTEGER, stack INTEGER,"
            + " severity INTEGER, n INTEGER, PRIMARY KEY(part, grp, message, stack, severity))"
            + " WITHOUT ROWID",
        "CREATE TABLE roll_python(part INTEGER, grp INTEGER, python INTEGER, n INTEGER, PRIMARY"
            + " KEY(part, grp, python)) WITHOUT ROWID",
        "CREATE TABLE fact(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, file_id INTEGER NOT NULL,"
            + " natural TEXT NOT NULL, time INTEGER, flag INTEGER NOT NULL, body BLOB NOT NULL,"
            + " line INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, gone"
            + " INTEGER NOT NULL, touched INTEGER NOT NULL, pending INTEGER NOT NULL)",
        "CREATE INDEX fact_natural ON fact(file_id, kind, natural)",
        "CREATE INDEX fact_kind ON fact(kind, time)",
        "CREATE INDEX fact_alert ON fact(kind, natural)",
        "CREATE TABLE problem(id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, weight INTEGER"
            + " NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, excerpt"
            + " TEXT NOT NULL, pending INTEGER NOT NULL)",
        "CREATE INDEX problem_path ON problem(source_id, path, line, pending)");
  }
}
