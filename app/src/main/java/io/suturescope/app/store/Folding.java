package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Folds verification copies into the latest earlier crash of the same fingerprint, module,
/// function, guard, exception type, message and line number (codesuture.md 9). Which file or import
/// either came from, and in which order, makes no difference.
final class Folding {

  /// From so many copies of a group on, one walk over the whole group is cheaper.
  private static final int MANY = 30;

  private static final String ALIKE =
      "i.shape IN (SELECT h.id FROM shape h JOIN site t ON t.id = h.site WHERE h.grp = ? AND"
          + " h.message = ? AND t.line = ?)";

  private final Db db;

  Folding(Db db) {
    this.db = db;
  }

  private record Key(long message, long line) {}

  private record Copy(long id, long time, Key key) {}

  /// @param touched groups with new copies, or with copies and new crashes, each with the earliest
  ///   time of these
  void fold(Map<Long, Long> touched) throws SQLException {
    for (var entry : touched.entrySet()) {
      List<Copy> copies = copies(entry.getKey(), entry.getValue());
      if (copies.size() > MANY) {
        walk(entry.getKey());
      } else {
        for (Copy copy : copies) {
          put(copy.id(), crashBefore(entry.getKey(), copy));
        }
      }
    }
  }

  private List<Copy> copies(long group, long from) throws SQLException {
    return db.list(
        "SELECT i.id, i.time, s.message, t.line FROM incident i JOIN shape s ON s.id = i.shape JOIN"
            + " site t ON t.id = s.site WHERE i.grp = ? AND i.copy = 1 AND i.time >= ?",
        r -> new Copy(r.getLong(1), r.getLong(2), new Key(r.getLong(3), r.getLong(4))),
        group,
        from);
  }

  private OptionalLong crashBefore(long group, Copy copy) throws SQLException {
    return db.number(
        "SELECT i.id FROM incident i WHERE i.grp = ? AND i.time <= ? AND "
            + ALIKE
            + " AND i.copy = 0 ORDER BY i.time DESC, i.hash DESC LIMIT 1",
        group,
        copy.time(),
        group,
        copy.key().message(),
        copy.key().line());
  }

  private void put(long copy, OptionalLong crash) throws SQLException {
    db.update("DELETE FROM fold WHERE copy = ?", copy);
    if (crash.isPresent()) {
      db.update("INSERT INTO fold VALUES(?, ?)", copy, crash.getAsLong());
    }
  }

  /// Once through the group in the order of time, with the latest crash of each kind in hand.
  private void walk(long group) throws SQLException {
    Map<Key, Long> latest = new HashMap<>();
    Map<Long, Long> folds = new HashMap<>();
    List<Copy> sameTime = new ArrayList<>();
    long[] now = {Long.MIN_VALUE};
    db.each(
        "SELECT i.id, i.time, s.message, t.line, i.copy FROM incident i JOIN shape s ON s.id ="
            + " i.shape JOIN site t ON t.id = s.site WHERE i.grp = ? AND i.time IS NOT NULL ORDER BY"
            + " i.time, i.hash",
        r -> {
          if (r.getLong(2) != now[0]) {
            settle(sameTime, latest, folds);
            now[0] = r.getLong(2);
          }
          Key key = new Key(r.getLong(3), r.getLong(4));
          if (r.getInt(5) == 1) {
            // A crash of the very same time may follow.
            sameTime.add(new Copy(r.getLong(1), now[0], key));
          } else {
            latest.put(key, r.getLong(1));
          }
        },
        group);
    settle(sameTime, latest, folds);
    for (var fold : folds.entrySet()) {
      long crash = fold.getValue();
      put(fold.getKey(), crash == 0 ? OptionalLong.empty() : OptionalLong.of(crash));
    }
  }

  private static void settle(List<Copy> copies, Map<Key, Long> latest, Map<Long, Long> folds) {
    copies.forEach(c -> folds.put(c.id(), latest.getOrDefault(c.key(), 0L)));
    copies.clear();
  }
}
