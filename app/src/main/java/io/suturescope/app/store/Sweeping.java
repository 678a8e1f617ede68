package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/// Removes what nobody can see any more, in short transactions: it may stop after each of them.
final class Sweeping {

  private static final int STEP = 4_000;

  private Sweeping() {}

  /// What a cancelled or killed import left.
  static void unfinished(Db db) throws SQLException {
    long hiddenFrom = db.number("SELECT hidden_from FROM state").orElseThrow();
    if (hiddenFrom == Long.MAX_VALUE) {
      return;
    }
    incidents(db, hiddenFrom);
    db.execute("BEGIN IMMEDIATE");
    for (String table : RollUps.TABLES) {
      db.update("DELETE FROM " + table + " WHERE part NOT IN (SELECT part FROM published)");
    }
    for (String table : List.of("sighting", "fact", "problem", "file")) {
      db.update("DELETE FROM " + table + " WHERE pending = 1");
    }
    db.update("DELETE FROM source WHERE last_import IS NULL");
    Schema.withGroupIndex(db);
    db.update("UPDATE state SET hidden_from = ?", Long.MAX_VALUE);
    db.execute("COMMIT");
  }

  private static void incidents(Db db, long hiddenFrom) throws SQLException {
    if (db.number("SELECT 1 FROM incident WHERE id < ?", hiddenFrom).isEmpty()) {
      // Emptying a table costs nearly nothing.
      db.update("DELETE FROM incident");
      return;
    }
    while (true) {
      stopIfInterrupted();
      OptionalLong last = db.number("SELECT max(id) FROM incident");
      if (last.orElse(0) < hiddenFrom) {
        return;
      }
      db.update(
          "DELETE FROM incident WHERE id >= ?", Math.max(hiddenFrom, last.getAsLong() - STEP + 1));
    }
  }

  /// Puts the roll-ups of several imports together, which makes reading faster.
  static void parts(Db db) throws SQLException {
    for (long part : db.list("SELECT part FROM published WHERE part > 0", r -> r.getLong(1))) {
      stopIfInterrupted();
      db.execute("BEGIN IMMEDIATE");
      RollUps.merge(db, part, 0);
      db.update("DELETE FROM published WHERE part = ?", part);
      db.execute("COMMIT");
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("cancelled while tidying up");
    }
  }
}
