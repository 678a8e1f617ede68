package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.List;

/// The tables of the file with the decisions, as numbered migrations like those of the workspace.
final class TriageSchema {

  /// "Sutr": tells it from a workspace and from other programs' databases.
  private static final int APPLICATION_ID = 0x53757472;

  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              // AUTOINCREMENT: an id is never used again, so following by id misses nothing.
              "CREATE TABLE event(id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, time"
                  + " INTEGER NOT NULL, who TEXT NOT NULL)",
              "CREATE TABLE change(event INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT"
                  + " NULL)",
              "CREATE TABLE subject(event INTEGER, position INTEGER, incident_id TEXT, fingerprint"
                  + " TEXT, module TEXT, function TEXT, guard TEXT, exception TEXT, condition TEXT,"
                  + " until INTEGER, more INTEGER, crashes INTEGER, code_hash TEXT, PRIMARY"
                  + " KEY(event, position)) WITHOUT ROWID"));

  private TriageSchema() {}

  private static int newest() {
    return MIGRATIONS.size();
  }

  static boolean isMade(Db db) throws SQLException {
    long version = db.number("PRAGMA user_version").orElse(0);
    if (version > newest()) {
      throw new StoreFailure(
          "What was decided was written by a newer Suturescope; update this one to go on.",
          new SQLException("version " + version));
    }
    return version == newest();
  }

  /// Brings the file up to date, within the caller's transaction.
  static void make(Db db) throws SQLException {
    if (isMade(db)) {
      return;
    }
    int version = (int) db.number("PRAGMA user_version").orElse(0);
    for (List<String> migration : MIGRATIONS.subList(version, newest())) {
      for (String sql : migration) {
        db.execute(sql);
      }
    }
    db.execute("PRAGMA application_id = " + APPLICATION_ID);
    db.execute("PRAGMA user_version = " + newest());
  }
}
