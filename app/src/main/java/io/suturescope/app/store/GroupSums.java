package io.suturescope.app.store;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.TimeRange;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Sums of what matches a filter, by group.
final class GroupSums {

  private final Db db;
  private final Filter filter;
  private final Map<Long, Sum> found = new HashMap<>();

  GroupSums(Db db, Filter filter) {
    this.db = db;
    this.filter = filter;
  }

  /// One group's matches.
  static final class Sum {
    private final long[] bySeverity = new long[5];
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    SeverityCounts counts() {
      return Counting.counts(bySeverity);
    }

    long total() {
      return java.util.Arrays.stream(bySeverity).sum();
    }

    int worst() {
      int worst = 0;
      while (worst < 4 && bySeverity[worst] == 0) {
        worst++;
      }
      return worst;
    }

    Severity worstSeverity() {
      return Codes.SEVERITIES.get(worst());
    }

    OptionalLong first() {
      return first > last ? OptionalLong.empty() : OptionalLong.of(first);
    }

    OptionalLong last() {
      return first > last ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /// For sorting: the smallest number when there is none.
    long lastOrNever() {
      return last;
    }
  }

  /// By group, not to be changed.
  Map<Long, Sum> sums() throws SQLException {
    return filter.everything() ? filter.view().remembered().sums().get(this::summedUp) : summedUp();
  }

  private Map<Long, Sum> summedUp() throws SQLException {
    if (filter.byWords() && !filter.anyWords()) {
      // The roll-up by words has no times; groups found there are few rows each.
      raw(Long.MIN_VALUE, Long.MAX_VALUE);
      undatedRaw();
      return found;
    }
    int coarsest = filter.byGroup() ? RollUps.ALL : Stretch.RAW;
    for (Stretch stretch : Stretch.of(filter.from(), filter.until(), coarsest)) {
      if (stretch.level() == Stretch.RAW) {
        raw(stretch.from(), stretch.until());
      } else {
        rolled(stretch);
      }
    }
    if (filter.anyTime()) {
      if (filter.byGroup()) {
        rolled(new Stretch(RollUps.ALL, 1, 2));
      } else {
        undatedRaw();
      }
    }
    return found;
  }

  private void rolled(Stretch stretch) throws SQLException {
    Optional<HourCounts> hours =
        stretch.level() == RollUps.ALL ? Optional.empty() : filter.view().remembered().hours();
    if (hours.isPresent()) {
      long unit = stretch.unit() / Codes.HOUR;
      hours
          .get()
          .eachRow(
              stretch.from() * unit,
              stretch.until() * unit,
              filter.severities(),
              new Counting(db, filter).groups(),
              this::add);
      return;
    }
    Cond where =
        Counting.rolled(filter.view(), stretch)
            .and(filter.severity("r.severity"))
            .and(filter.group().on("r.grp"));
    boolean oneSlot = stretch.until() - stretch.from() == 1;
    each(
        Cond.of(
            oneSlot
                ? "SELECT r.grp, r.severity, r.n, r.first, r.last FROM roll_grp r WHERE "
                    + where.sql()
                : "SELECT r.grp, r.severity, sum(r.n), min(r.first), max(r.last) FROM roll_grp r"
                    + " WHERE "
                    + where.sql()
                    + " GROUP BY 1, 2",
            where.args()));
  }

  private void raw(long from, long until) throws SQLException {
    Cond where = filter.rows().and(RowQueries.time(from, until));
    each(
        Cond.of(
            "SELECT i.grp, i.severity, count(*), min(i.time), max(i.time) FROM incident i WHERE"
                + " i.time IS NOT NULL AND "
                + where.sql()
                + " GROUP BY 1, 2",
            where.args()));
  }

  private void undatedRaw() throws SQLException {
    Cond where = filter.rows();
    each(
        Cond.of(
            "SELECT i.grp, i.severity, count(*), NULL, NULL FROM incident i WHERE i.time IS NULL AND "
                + where.sql()
                + " GROUP BY 1, 2",
            where.args()));
  }

  private void add(long group, int severity, long n, long first, long last) {
    Sum sum = found.computeIfAbsent(group, k -> new Sum());
    sum.bySeverity[severity] += n;
    sum.first = Math.min(sum.first, first);
    sum.last = Math.max(sum.last, last);
  }

  private void each(Cond select) throws SQLException {
    Cond statement = filter.statement(select);
    db.each(
        statement.sql(),
        r -> {
          Sum sum = found.computeIfAbsent(r.getLong(1), k -> new Sum());
          sum.bySeverity[r.getInt(2)] += r.getLong(3);
          long first = r.getLong(4);
          if (!r.wasNull()) {
            sum.first = Math.min(sum.first, first);
            sum.last = Math.max(sum.last, r.getLong(5));
          }
        },
        statement.args());
  }

  Optional<TimeRange> extent() throws SQLException {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Sum sum : sums().values()) {
      first = Math.min(first, sum.first);
      last = Math.max(last, sum.last);
    }
    return first > last ? Optional.empty() : Optional.of(Counting.range(first, last));
  }
}
