package io.suturescope.app.store;

import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Counts what matches a filter, by severity and over time.
final class Counting {

  private final Db db;
  private final Filter filter;

  Counting(Db db, Filter filter) {
    this.db = db;
    this.filter = filter;
  }

  SeverityCounts counts() throws SQLException {
    long[] sums = new long[5];
    if (filter.byWords() && !filter.anyWords()) {
      words(sums);
    } else if (filter.anyTime() && !filter.byTime() && !filter.byGroup()) {
      rows(sums);
    } else {
      dated(RollUps.ALL, 0, 1, (start, n) -> add(sums, n));
      if (filter.anyTime()) {
        add(sums, undated());
      }
    }
    return counts(sums);
  }

  /// Looks at every row, or at those of few groups.
  private void rows(long[] sums) throws SQLException {
    boolean few = new RowQueries(db, filter, RowOrder.NEWEST_FIRST).few();
    String byGroup = few ? Schema.groupIndex(db) : "";
    Cond where = filter.rows().and(few ? filter.candidates().on("i.grp") : Cond.TRUE);
    each(
        Cond.of(
            "SELECT 0, i.severity, count(*) FROM incident i "
                + (byGroup.isEmpty() ? "NOT INDEXED" : "INDEXED BY " + byGroup)
                + " WHERE "
                + where.sql()
                + " GROUP BY 2",
            where.args()),
        1,
        0,
        (at, n) -> add(sums, n));
  }

  SeverityTimeline timeline(TimeRange range, List<Instant> starts) throws SQLException {
    long start = Codes.micros(range.start());
    long end = Codes.micros(range.end());
    long[] at = starts.stream().mapToLong(Codes::micros).toArray();
    long[][] sums = new long[at.length][5];
    long step = commonStep(at, start, end);
    Counting inside = new Counting(db, filter.within(start, end));
    inside.dated(
        coarsest(start, step),
        start,
        step,
        (slot, n) -> {
          int bucket = bucketOf(at, slot);
          if (bucket >= 0) {
            add(sums[bucket], n);
          }
        });
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      buckets.add(new Bucket(starts.get(i), counts(sums[i])));
    }
    long undated = filter.anyTime() ? sum(undated()) : 0;
    return new SeverityTimeline(range, buckets, undated);
  }

  private static int bucketOf(long[] starts, long at) {
    int found = java.util.Arrays.binarySearch(starts, at);
    return found >= 0 ? found : -found - 2;
  }

  /// The longest step that ends at every boundary between buckets; where the last one ends does not
  /// matter.
  private static long commonStep(long[] starts, long start, long end) {
    long step = 0;
    for (long at : starts) {
      step = gcd(step, at - start);
    }
    return step == 0 ? -Math.floorDiv(start - end - 1, Codes.DAY) * Codes.DAY : step;
  }

  private static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  private static int coarsest(long start, long step) {
    if (start % Codes.DAY == 0 && step % Codes.DAY == 0) {
      return RollUps.DAYS;
    }
    return start % Codes.HOUR == 0 && step % Codes.HOUR == 0 ? RollUps.HOURS : Stretch.RAW;
  }

  /// Takes the counts of one slot; `at` is a moment in it, microseconds.
  private interface Slot {
    void is(long at, long[] bySeverity);
  }

  /// Every dated match once, in slots that no multiple of `step` from `start` on cuts.
  private void dated(int coarsest, long start, long step, Slot slot) throws SQLException {
    int level = filter.byTime() || filter.byGroup() ? coarsest : Stretch.RAW;
    for (Stretch stretch : Stretch.of(filter.from(), filter.until(), level)) {
      if (stretch.level() == Stretch.RAW) {
        raw(stretch, start, step, coarsest == RollUps.ALL, slot);
      } else if (filter.byTime()) {
        byTime(stretch, slot);
      } else {
        byGroup(stretch, slot);
      }
    }
  }

  private void byTime(Stretch stretch, Slot slot) throws SQLException {
    Cond where = rolled(stretch).and(filter.status("r.status"));
    db.each(
        "SELECT r.slot, sum(r.n0), sum(r.n1), sum(r.n2), sum(r.n3), sum(r.n4) FROM roll_time r WHERE "
            + where.sql()
            + " GROUP BY r.slot",
        r -> slot.is(r.getLong(1) * stretch.unit(), masked(r)),
        where.args());
  }

  private long[] masked(ResultSet r) throws SQLException {
    long[] n = new long[5];
    for (int i = 0; i < 5; i++) {
      n[i] = (filter.severities() & 1 << i) == 0 ? 0 : r.getLong(2 + i);
    }
    return n;
  }

  private Cond rolled(Stretch stretch) {
    return rolled(filter.view(), stretch);
  }

  /// On a roll-up `r`. A single slot by equality, so that the key leads on to the group.
  static Cond rolled(View view, Stretch stretch) {
    String level = "r.part IN (" + view.parts() + ") AND r.level = ? AND r.slot ";
    return stretch.until() - stretch.from() == 1
        ? Cond.of(level + "= ?", stretch.level(), stretch.from())
        : Cond.of(level + ">= ? AND r.slot < ?", stretch.level(), stretch.from(), stretch.until());
  }

  private void byGroup(Stretch stretch, Slot slot) throws SQLException {
    Optional<HourCounts> hours =
        stretch.level() == RollUps.ALL ? Optional.empty() : filter.view().remembered().hours();
    if (hours.isPresent()) {
      long unit = stretch.unit() / Codes.HOUR;
      hours
          .get()
          .each(
              stretch.from() * unit,
              stretch.until() * unit,
              filter.severities(),
              groups(),
              (hour, n) -> slot.is(hour * Codes.HOUR, n));
      return;
    }
    Cond where = rolled(stretch).and(filter.severity("r.severity")).and(filter.group().on("r.grp"));
    each(
        Cond.of(
            "SELECT r.slot, r.severity, sum(r.n) FROM roll_grp r WHERE "
                + where.sql()
                + " GROUP BY 1, 2",
            where.args()),
        stretch.unit(),
        0,
        slot);
  }

  /// Ids of the groups that the filter wants; empty for all.
  Optional<BitSet> groups() throws SQLException {
    if (filter.anyGroup()) {
      return Optional.empty();
    }
    BitSet groups = new BitSet();
    Cond where = filter.group().on("g.id");
    Cond select =
        filter.statement(Cond.of("SELECT g.id FROM grp g WHERE " + where.sql(), where.args()));
    db.each(select.sql(), r -> groups.set(Math.toIntExact(r.getLong(1))), select.args());
    return Optional.of(groups);
  }

  private void raw(Stretch stretch, long start, long step, boolean onlySum, Slot slot)
      throws SQLException {
    Cond where = filter.rows().and(RowQueries.time(stretch.from(), stretch.until()));
    String bucket = onlySum ? "0" : "(i.time - " + start + ") / " + step;
    each(
        Cond.of(
            "SELECT "
                + bucket
                + ", i.severity, count(*) FROM incident i WHERE i.time IS NOT NULL AND "
                + where.sql()
                + " GROUP BY 1, 2",
            where.args()),
        step,
        start,
        slot);
  }

  /// Rows of slot, severity, count.
  private void each(Cond select, long unit, long start, Slot slot) throws SQLException {
    Cond statement = filter.statement(select);
    db.each(
        statement.sql(),
        r -> {
          long[] n = new long[5];
          n[r.getInt(2)] = r.getLong(3);
          slot.is(start + r.getLong(1) * unit, n);
        },
        statement.args());
  }

  private long[] undated() throws SQLException {
    long[] sums = new long[5];
    Slot slot = (at, n) -> add(sums, n);
    Stretch stretch = new Stretch(RollUps.ALL, 1, 2);
    if (filter.byTime()) {
      byTime(stretch, slot);
    } else if (filter.byGroup()) {
      byGroup(stretch, slot);
    } else {
      Cond where = filter.rows().and(Cond.of("i.time IS NULL"));
      each(
          Cond.of(
              "SELECT 0, i.severity, count(*) FROM incident i WHERE " + where.sql() + " GROUP BY 2",
              where.args()),
          1,
          0,
          slot);
    }
    return sums;
  }

  private void words(long[] sums) throws SQLException {
    Cond where =
        Cond.of("r.part IN (" + filter.view().parts() + ")")
            .and(filter.severity("r.severity"))
            .and(filter.group().on("r.grp"))
            .and(filter.wordsOn("r.grp", "r.message", "r.stack"));
    each(
        Cond.of(
            "SELECT 0, r.severity, sum(r.n) FROM roll_words r WHERE " + where.sql() + " GROUP BY 2",
            where.args()),
        1,
        0,
        (at, n) -> add(sums, n));
  }

  Optional<TimeRange> extent() throws SQLException {
    return filter.everything()
        ? filter.view().remembered().extent().get(this::soughtExtent)
        : soughtExtent();
  }

  private Optional<TimeRange> soughtExtent() throws SQLException {
    Cond select;
    if (filter.byGroup() && filter.anyTime()) {
      Cond where =
          rolled(new Stretch(RollUps.ALL, 0, 1))
              .and(filter.severity("r.severity"))
              .and(filter.group().on("r.grp"));
      select =
          filter.statement(
              Cond.of(
                  "SELECT min(r.first), max(r.last) FROM roll_grp r WHERE " + where.sql(),
                  where.args()));
      return db.first(select.sql(), Counting::range, select.args()).flatMap(r -> r);
    }
    if (filter.byGroup()) {
      return new GroupSums(db, filter).extent();
    }
    Cond where = filter.rows().and(RowQueries.time(filter.from(), filter.until()));
    select =
        filter.statement(
            Cond.of(
                "SELECT min(i.time), max(i.time) FROM incident i WHERE i.time IS NOT NULL AND "
                    + where.sql(),
                where.args()));
    return db.first(select.sql(), Counting::range, select.args()).flatMap(r -> r);
  }

  private static Optional<TimeRange> range(ResultSet r) throws SQLException {
    long first = r.getLong(1);
    return r.wasNull() ? Optional.empty() : Optional.of(range(first, r.getLong(2)));
  }

  static TimeRange range(long first, long last) {
    return new TimeRange(Codes.instant(first), Codes.instant(last + 1));
  }

  private static void add(long[] sums, long[] n) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += n[i];
    }
  }

  private static long sum(long[] n) {
    return java.util.Arrays.stream(n).sum();
  }

  static SeverityCounts counts(long[] n) {
    return new SeverityCounts(n[0], n[1], n[2], n[3], n[4]);
  }
}
