package io.suturescope.app.store;

import io.suturescope.model.timeline.TimeRange;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The small charts of groups. A crash counts at the start of its hour, on long ranges of its day:
/// at that size nobody can see the difference, and raw rows need not be read.
final class Sparks {

  private static final int HOURS_LIMIT = 14 * 24;

  private final Db db;
  private final Filter filter;

  Sparks(Db db, Filter filter) {
    this.db = db;
    this.filter = filter;
  }

  Map<Long, Long[]> of(long[] ids, TimeRange range, int buckets) throws SQLException {
    long start = Codes.micros(range.start());
    long end = Codes.micros(range.end());
    Map<Long, Long[]> sparks = new HashMap<>();
    if (end <= start) {
      return sparks;
    }
    long from = Math.max(start, filter.from());
    long until = Math.min(end, filter.until());
    if (until <= from) {
      return sparks;
    }
    boolean hours = (end - start) / Codes.HOUR <= HOURS_LIMIT;
    long unit = hours ? Codes.HOUR : Codes.DAY;
    Stretch slots =
        new Stretch(
            hours ? RollUps.HOURS : RollUps.DAYS,
            Math.floorDiv(from, unit),
            Math.floorDiv(until - 1, unit) + 1);
    Cond where = filter.severity("r.severity").and(filter.group().on("r.grp"));
    String join = joined(ids, slots);
    db.each(
        filter.statement(Cond.of(join + " WHERE " + where.sql() + " GROUP BY 1, 2")).sql(),
        r -> {
          Long[] spark = sparks.computeIfAbsent(r.getLong(1), k -> zeros(buckets));
          long at = Math.max(start, r.getLong(2) * unit);
          int bucket =
              (int)
                  Math.min(buckets - 1L, (long) ((double) (at - start) / (end - start) * buckets));
          spark[bucket] += r.getLong(3);
        },
        java.util.stream.Stream.concat(filter.with().values().stream(), where.values().stream())
            .toArray());
    return sparks;
  }

  private static Long[] zeros(int count) {
    Long[] zeros = new Long[count];
    Arrays.fill(zeros, 0L);
    return zeros;
  }

  /// One seek for each group and slot where that is less than reading all groups of the slots.
  private String joined(long[] ids, Stretch slots) {
    String wanted = Arrays.toString(ids).replace("[", "").replace("]", "");
    String rolled =
        "r.part IN (" + filter.view().parts() + ") AND r.level = " + slots.level() + " AND r.slot ";
    boolean seek = (slots.until() - slots.from()) * ids.length < 20_000;
    if (!seek) {
      return "SELECT r.grp, r.slot, sum(r.n) FROM (SELECT * FROM roll_grp r WHERE "
          + rolled
          + ">= "
          + slots.from()
          + " AND r.slot < "
          + slots.until()
          + " AND r.grp IN ("
          + wanted
          + ")) r";
    }
    return "SELECT r.grp, r.slot, sum(r.n) FROM (WITH RECURSIVE slots(slot) AS (SELECT "
        + slots.from()
        + " UNION ALL SELECT slot + 1 FROM slots WHERE slot + 1 < "
        + slots.until()
        + ") SELECT r.* FROM slots CROSS JOIN roll_grp r ON "
        + rolled
        + "= slots.slot AND r.grp IN ("
        + wanted
        + ")) r";
  }
}
