package io.suturescope.app.store;

import io.suturescope.model.timeline.SeverityCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds rows in the order of time.
final class RowQueries {

  /// So many rows are rather fetched and sorted than met on a walk through time.
  private static final long FEW = 20_000;

  private static final long RARE = 1_000;

  private final Db db;
  private final Filter filter;
  private final RowOrder order;

  RowQueries(Db db, Filter filter, RowOrder order) {
    this.db = db;
    this.filter = filter;
    this.order = order;
  }

  /// On `i.time`, in microseconds.
  static Cond time(long from, long until) {
    List<Cond> bounds = new ArrayList<>();
    if (from != Long.MIN_VALUE) {
      bounds.add(Cond.of("i.time >= ?", from));
    }
    if (until != Long.MAX_VALUE) {
      bounds.add(Cond.of("i.time < ?", until));
    }
    return Cond.all(bounds);
  }

  /// The keys of the next rows.
  List<PageKey> keys(Optional<PageKey> after, int limit) throws SQLException {
    if (nothing()) {
      return List.of();
    }
    boolean few = few();
    List<PageKey> keys = new ArrayList<>();
    if (after.isEmpty() || after.get().dated()) {
      dated(keys, after, limit, few);
    }
    if (keys.size() < limit && filter.anyTime()) {
      undated(keys, after.filter(k -> !k.dated()), limit - keys.size(), few);
    }
    return keys;
  }

  /// Roll-ups may know at once that there is nothing.
  private boolean nothing() throws SQLException {
    if (filter.severities() == 0 || filter.statuses() == 0) {
      return true;
    }
    boolean cheap = filter.byTime() || filter.byGroup();
    return cheap && new Counting(db, filter).counts().equals(SeverityCounts.NONE);
  }

  /// True when the groups in question have few rows, so that the index of groups finds them best.
  boolean few() throws SQLException {
    if (filter.candidates().equals(Cond.TRUE)) {
      return false;
    }
    Cond where =
        Cond.of("r.part IN (" + filter.view().parts() + ") AND r.level = 0")
            .and(filter.candidates().on("r.grp"));
    Cond sum =
        filter.statement(
            Cond.of("SELECT sum(r.n) FROM roll_grp r WHERE " + where.sql(), where.args()));
    return db.number(sum.sql(), sum.args()).orElse(0) <= FEW || rareWords();
  }

  /// True when the words occur so seldom that a walk through time would meet nearly every row.
  private boolean rareWords() throws SQLException {
    if (filter.anyWords()) {
      return false;
    }
    Cond where =
        Cond.of("r.part IN (" + filter.view().parts() + ")")
            .and(filter.group().on("r.grp"))
            .and(filter.wordsOn("r.grp", "r.message", "r.stack"));
    Cond sum =
        filter.statement(
            Cond.of("SELECT sum(r.n) FROM roll_words r WHERE " + where.sql(), where.args()));
    return db.number(sum.sql(), sum.args()).orElse(0) <= RARE;
  }

  private void dated(List<PageKey> keys, Optional<PageKey> after, int limit, boolean few)
      throws SQLException {
    String direction = order == RowOrder.NEWEST_FIRST ? "DESC" : "ASC";
    Cond where = Cond.of("i.time IS NOT NULL").and(time(filter.from(), filter.until()));
    if (after.isPresent()) {
      PageKey key = after.get();
      where =
          where.and(
              Cond.of(
                  "(i.time, i.hash, i.id) " + past() + " (?, ?, ?)",
                  key.time(),
                  key.tie(),
                  key.id()));
    }
    select(
        keys,
        where,
        " ORDER BY i.time " + direction + ", i.hash " + direction + ", i.id " + direction,
        limit,
        few);
  }

  private void undated(List<PageKey> keys, Optional<PageKey> after, int limit, boolean few)
      throws SQLException {
    String direction = order == RowOrder.NEWEST_FIRST ? "DESC" : "ASC";
    Cond where = Cond.of("i.time IS NULL");
    if (after.isPresent()) {
      where =
          where.and(
              Cond.of("(i.hash, i.id) " + past() + " (?, ?)", after.get().tie(), after.get().id()));
    }
    select(keys, where, " ORDER BY i.hash " + direction + ", i.id " + direction, limit, few);
  }

  private String past() {
    return order == RowOrder.NEWEST_FIRST ? "<" : ">";
  }

  private void select(List<PageKey> keys, Cond where, String orderBy, int limit, boolean few)
      throws SQLException {
    Cond all = where.and(filter.rows());
    if (few) {
      all = all.and(filter.candidates().on("i.grp"));
    }
    String index = few ? Schema.groupIndex(db) : filter.copies() ? "" : "incident_time";
    List<Object> values = new ArrayList<>(all.values());
    values.add(limit);
    Cond statement =
        filter.statement(
            new Cond(
                "SELECT i.time, i.hash, i.id FROM incident i"
                    + (index.isEmpty() ? "" : " INDEXED BY " + index)
                    + " WHERE "
                    + all.sql()
                    + orderBy
                    + " LIMIT ?",
                values));
    db.each(statement.sql(), r -> keys.add(key(r)), statement.args());
  }

  private static PageKey key(ResultSet r) throws SQLException {
    long time = r.getLong(1);
    boolean dated = !r.wasNull();
    return new PageKey(dated, time, r.getLong(2), r.getLong(3));
  }
}
