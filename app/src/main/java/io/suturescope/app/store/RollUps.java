package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.List;

/// Counts of crashes by time, group and words, gathered in memory and written when the import ends,
/// or before that when there are many.
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

  /// The severity of a crash stands in the low bits of a key.
  private static final int SEVERITY_BITS = 3;

  private final Db db;
  private final long part;
  private final Sums hours = new Sums(3);
  private final Sums undated = new Sums(3);
  private final Sums times = new Sums(5);
  private final Sums undatedTimes = new Sums(5);
  private final Sums words = new Sums(1);
  private final Sums pythons = new Sums(1);

  RollUps(Db db, long part) {
    this.db = db;
    this.part = part;
  }

  void addDated(long micros, long group, int severity, int status) {
    long hour = Math.floorDiv(micros, Codes.HOUR);
    hours.count(hours.entry(hour, group << SEVERITY_BITS | severity), 1, micros, micros);
    times.add(times.entry(hour, status), severity, 1);
  }

  void addUndated(long group, int severity, int status) {
    undated.count(undated.entry(1, group << SEVERITY_BITS | severity), 1, 0, 0);
    undatedTimes.add(undatedTimes.entry(1, status), severity, 1);
  }

  /// Ids of texts and stacks stay below 2^31: SQLite files cannot hold more of them.
  void addWords(long group, long message, long stack, int severity) {
    words.add(words.entry(group << 32 | message, stack << SEVERITY_BITS | severity), 0, 1);
  }

  void addPython(long group, long python) {
    pythons.add(pythons.entry(group, python), 0, 1);
  }

  /// Writes what was gathered and starts afresh.
  void flush() throws SQLException {
    flushGroups();
    flushTimes();
    flushWords();
    flushPythons();
  }

  private void flushGroups() throws SQLException {
    Sums days = new Sums(3);
    Sums all = new Sums(3);
    hours.each((hour, key, entry) -> {
      long n = hours.get(entry, 0);
      long first = hours.get(entry, 1);
      long last = hours.get(entry, 2);
      days.count(days.entry(Math.floorDiv(hour, 24L), key), n, first, last);
      all.count(all.entry(0, key), n, first, last);
    });
    Bulk out = new Bulk(db, "INSERT INTO roll_grp VALUES", 8, GROUPS);
    write(out, ALL, all, true);
    write(out, ALL, undated, false);
    write(out, DAYS, days, true);
    write(out, HOURS, hours, true);
    out.flush();
    hours.clear();
    undated.clear();
  }

  private void write(Bulk out, int level, Sums counts, boolean dated) throws SQLException {
    counts.each((slot, key, entry) ->
        out.put(part)
            .put(level)
            .put(slot)
            .put(key >> SEVERITY_BITS)
            .put(key & ((1 << SEVERITY_BITS) - 1))
            .put(counts.get(entry, 0))
            .put(dated ? counts.get(entry, 1) : null)
            .put(dated ? counts.get(entry, 2) : null));
  }

  private void flushTimes() throws SQLException {
    Sums days = new Sums(5);
    Sums all = new Sums(5);
    times.each((hour, status, entry) -> {
      int day = days.entry(Math.floorDiv(hour, 24L), status);
      int total = all.entry(0, status);
      for (int i = 0; i < 5; i++) {
        days.add(day, i, times.get(entry, i));
        all.add(total, i, times.get(entry, i));
      }
    });
    Bulk out = new Bulk(db, "INSERT INTO roll_time VALUES", 9, TIMES);
    write(out, ALL, all);
    write(out, ALL, undatedTimes);
    write(out, DAYS, days);
    write(out, HOURS, times);
    out.flush();
    times.clear();
    undatedTimes.clear();
  }

  private void write(Bulk out, int level, Sums counts) throws SQLException {
    counts.each((slot, status, entry) -> {
      out.put(part).put(level).put(slot).put(status);
      for (int i = 0; i < 5; i++) {
        out.put(counts.get(entry, i));
      }
    });
  }

  private void flushWords() throws SQLException {
    Bulk out = new Bulk(db, "INSERT INTO roll_words VALUES", 6, WORDS);
    words.each((a, b, entry) ->
        out.put(part)
            .put(a >>> 32)
            .put(a & 0xFFFF_FFFFL)
            .put(b >> SEVERITY_BITS)
            .put(b & ((1 << SEVERITY_BITS) - 1))
            .put(words.get(entry, 0)));
    out.flush();
    words.clear();
  }

  private void flushPythons() throws SQLException {
    Bulk out = new Bulk(db, "INSERT INTO roll_python VALUES", 4, WORDS);
    pythons.each(
        (group, python, entry) -> out.put(part).put(group).put(python).put(pythons.get(entry, 0)));
    out.flush();
    pythons.clear();
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
