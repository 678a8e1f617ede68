package io.suturescope.app.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts of crashes by time, group and words, gathered in memory and written with each batch.
///
/// Time stands on three levels, so that any stretch of it is a few rows: everything ({@link #ALL},
/// slot 0 dated and 1 undated), days and hours of UTC since 1970.
final class RollUps {

  static final int ALL = 0;
  static final int DAYS = 1;
  static final int HOURS = 2;

  static final List<String> TABLES = List.of("roll_grp", "roll_time", "roll_words", "roll_python");

  private static final String GROUPS =
      " ON CONFLICT DO UPDATE SET n = n + excluded.n, first = min(first, excluded.first), last ="
          + " max(last, excluded.last)";
  private static final String TIMES =
      " ON CONFLICT DO UPDATE SET n0 = n0 + excluded.n0, n1 = n1 + excluded.n1, n2 = n2 +"
          + " excluded.n2, n3 = n3 + excluded.n3, n4 = n4 + excluded.n4";
  private static final String WORDS = " ON CONFLICT DO UPDATE SET n = n + excluded.n";

  private final Db db;
  private final long part;
  private final Map<Numbers, long[]> hours = new HashMap<>();
  private final Map<Numbers, long[]> undated = new HashMap<>();
  private final Map<Numbers, long[]> times = new HashMap<>();
  private final Map<Numbers, long[]> words = new HashMap<>();
  private final Map<Numbers, long[]> pythons = new HashMap<>();

  RollUps(Db db, long part) {
    this.db = db;
    this.part = part;
  }

  void addDated(long micros, long group, int severity, int status) {
    long hour = Math.floorDiv(micros, Codes.HOUR);
    merge(hours, new Numbers(hour, group, severity), 1, micros, micros);
    times.computeIfAbsent(new Numbers(HOURS, hour, status), k -> new long[5])[severity]++;
  }

  void addUndated(long group, int severity, int status) {
    merge(undated, new Numbers(1, group, severity), 1, 0, 0);
    times.computeIfAbsent(new Numbers(ALL, 1, status), k -> new long[5])[severity]++;
  }

  void addWords(long group, long message, long stack, int severity) {
    words.computeIfAbsent(new Numbers(group, message, stack, severity), k -> new long[1])[0]++;
  }

  void addPython(long group, long python) {
    pythons.computeIfAbsent(new Numbers(group, python), k -> new long[1])[0]++;
  }

  private static void merge(
      Map<Numbers, long[]> counts, Numbers key, long n, long first, long last) {
    long[] known = counts.get(key);
    if (known == null) {
      counts.put(key, new long[] {n, first, last});
      return;
    }
    known[0] += n;
    known[1] = Math.min(known[1], first);
    known[2] = Math.max(known[2], last);
  }

  /// Writes what was gathered and starts afresh.
  void flush() throws SQLException {
    flushGroups();
    flushTimes();
    flushCounts("INSERT INTO roll_words VALUES(?, ?, ?, ?, ?, ?)", words);
    flushCounts("INSERT INTO roll_python VALUES(?, ?, ?, ?)", pythons);
  }

  private void flushGroups() throws SQLException {
    Map<Numbers, long[]> days = new HashMap<>();
    Map<Numbers, long[]> all = new HashMap<>();
    hours.forEach((key, n) -> {
      Numbers day = new Numbers(Math.floorDiv(key.get(0), 24L), key.get(1), key.get(2));
      merge(days, day, n[0], n[1], n[2]);
      merge(all, new Numbers(0, key.get(1), key.get(2)), n[0], n[1], n[2]);
    });
    writeGroups(ALL, all, true);
    writeGroups(ALL, undated, false);
    writeGroups(DAYS, days, true);
    writeGroups(HOURS, hours, true);
    hours.clear();
    undated.clear();
  }

  private void writeGroups(int level, Map<Numbers, long[]> counts, boolean dated)
      throws SQLException {
    PreparedStatement add =
        db.prepared("INSERT INTO roll_grp VALUES(?, ?, ?, ?, ?, ?, ?, ?)" + GROUPS);
    for (var entry : sorted(counts).entrySet()) {
      long[] n = entry.getValue();
      add.setLong(1, part);
      add.setInt(2, level);
      add.setLong(3, entry.getKey().get(0));
      add.setLong(4, entry.getKey().get(1));
      add.setLong(5, entry.getKey().get(2));
      add.setLong(6, n[0]);
      add.setObject(7, dated ? n[1] : null);
      add.setObject(8, dated ? n[2] : null);
      add.executeUpdate();
    }
  }

  private void flushTimes() throws SQLException {
    Map<Numbers, long[]> all = new HashMap<>(times);
    times.forEach((key, n) -> {
      if (key.get(0) == HOURS) {
        plus(all, new Numbers(DAYS, Math.floorDiv(key.get(1), 24L), key.get(2)), n);
        plus(all, new Numbers(ALL, 0, key.get(2)), n);
      }
    });
    PreparedStatement add =
        db.prepared("INSERT INTO roll_time VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)" + TIMES);
    for (var entry : sorted(all).entrySet()) {
      add.setLong(1, part);
      for (int i = 0; i < 3; i++) {
        add.setLong(2 + i, entry.getKey().get(i));
      }
      for (int i = 0; i < 5; i++) {
        add.setLong(5 + i, entry.getValue()[i]);
      }
      add.executeUpdate();
    }
    times.clear();
  }

  private static void plus(Map<Numbers, long[]> counts, Numbers key, long[] n) {
    long[] sum = counts.computeIfAbsent(key, k -> new long[5]);
    for (int i = 0; i < 5; i++) {
      sum[i] += n[i];
    }
  }

  private void flushCounts(String insert, Map<Numbers, long[]> counts) throws SQLException {
    PreparedStatement add = db.prepared(insert + WORDS);
    for (var entry : sorted(counts).entrySet()) {
      Numbers key = entry.getKey();
      add.setLong(1, part);
      for (int i = 0; i < key.size(); i++) {
        add.setLong(2 + i, key.get(i));
      }
      add.setLong(2 + key.size(), entry.getValue()[0]);
      add.executeUpdate();
    }
    counts.clear();
  }

  /// In the order of the table, which is written almost twice as fast that way.
  private static Map<Numbers, long[]> sorted(Map<Numbers, long[]> counts) {
    Map<Numbers, long[]> sorted = new TreeMap<>(Numbers.ORDER);
    sorted.putAll(counts);
    return sorted;
  }

  /// Adds the counts of one part to another's and removes it.
  static void merge(Db db, long from, long into) throws SQLException {
    db.update(
        "INSERT INTO roll_grp SELECT ?, level, slot, grp, severity, n, first, last FROM roll_grp"
            + " WHERE part = ?"
            + GROUPS,
        into,
        from);
    db.update(
        "INSERT INTO roll_time SELECT ?, level, slot, status, n0, n1, n2, n3, n4 FROM roll_time"
            + " WHERE part = ?"
            + TIMES,
        into,
        from);
    db.update(
        "INSERT INTO roll_words SELECT ?, grp, message, stack, severity, n FROM roll_words WHERE"
            + " part = ?"
            + WORDS,
        into,
        from);
    db.update(
        "INSERT INTO roll_python SELECT ?, grp, python, n FROM roll_python WHERE part = ?" + WORDS,
        into,
        from);
    remove(db, from);
  }

  static void remove(Db db, long part) throws SQLException {
    for (String table : TABLES) {
      db.update("DELETE FROM " + table + " WHERE part = ?", part);
    }
  }
}
