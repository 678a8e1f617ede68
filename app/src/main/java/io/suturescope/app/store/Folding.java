package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Folds verification copies into the latest earlier crash of the same fingerprint, module,
/// function, guard, exception type, message and line number (codesuture.md 9). Which file or import
/// either came from, and in which order, makes no difference.
final class Folding {

  private final Db db;

  Folding(Db db) {
    this.db = db;
  }

  private record Copy(long id, long time, long hash, long message, long line) {}

  /// @param touched groups with new copies, or with copies and new crashes, each with the earliest
  ///   time of these
  void fold(Map<Long, Long> touched) throws SQLException {
    for (var entry : touched.entrySet()) {
      fold(entry.getKey(), entry.getValue());
    }
  }

  private void fold(long group, long from) throws SQLException {
    List<Copy> copies =
        db.list(
            "SELECT i.id, i.time, i.hash, s.message, t.line FROM incident i JOIN shape s ON s.id ="
                + " i.shape JOIN site t ON t.id = s.site WHERE i.grp = ? AND i.copy = 1 AND i.time"
                + " >= ?",
            r -> new Copy(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5)),
            group,
            from);
    for (Copy copy : copies) {
      db.update("DELETE FROM fold WHERE copy = ?", copy.id());
      OptionalLong crash =
          db.number(
              "SELECT i.id FROM incident i JOIN shape s ON s.id = i.shape JOIN site t ON t.id ="
                  + " s.site WHERE i.grp = ? AND i.copy = 0 AND i.time <= ? AND s.message = ? AND"
                  + " t.line = ? ORDER BY i.time DESC, i.hash DESC LIMIT 1",
              group,
              copy.time(),
              copy.message(),
              copy.line());
      if (crash.isPresent()) {
        db.update("INSERT INTO fold VALUES(?, ?)", copy.id(), crash.getAsLong());
      }
    }
  }
}
