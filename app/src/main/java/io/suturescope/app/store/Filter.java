package io.suturescope.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A query as SQL, sorted by what each part needs: whether roll-ups can answer it depends on which
/// parts are empty.
///
/// @param view what may be seen
/// @param with common table expressions that the conditions use, as `name AS (...)`
/// @param severities and `statuses` one bit a code
/// @param from first microsecond, `until` the first one after; {@link Long#MIN_VALUE} and {@link
///   Long#MAX_VALUE} when open
/// @param copies true when the query asks for verification copies by itself
/// @param group on `{g}`
/// @param words on `{g}`, `{m}` and `{s}`: group, message and stack
/// @param row on the incident `i`
/// @param hint follows from the others, on `{g}`: helps to find the rows
record Filter(
    View view,
    Cond with,
    int severities,
    int statuses,
    long from,
    long until,
    boolean copies,
    Cond group,
    Cond words,
    Cond row,
    Cond hint) {

  static final int ALL_SEVERITIES = (1 << 5) - 1;
  static final int ALL_STATUSES = (1 << 9) - 1;

  boolean anyTime() {
    return from == Long.MIN_VALUE && until == Long.MAX_VALUE;
  }

  boolean anyStatus() {
    return statuses == ALL_STATUSES;
  }

  boolean anySeverity() {
    return severities == ALL_SEVERITIES;
  }

  boolean anyGroup() {
    return group.equals(Cond.TRUE);
  }

  boolean anyWords() {
    return words.equals(Cond.TRUE);
  }

  /// Nothing is left out.
  boolean everything() {
    return byTime() && byGroup() && anyTime() && anySeverity();
  }

  /// Roll-ups by time and status know all that is asked for.
  boolean byTime() {
    return !copies && anyGroup() && anyWords() && row.equals(Cond.TRUE);
  }

  /// Roll-ups by group know all that is asked for.
  boolean byGroup() {
    return !copies && anyStatus() && anyWords() && row.equals(Cond.TRUE);
  }

  /// Roll-ups by words know all that is asked for.
  boolean byWords() {
    return !copies && anyStatus() && anyTime() && row.equals(Cond.TRUE);
  }

  Filter within(long start, long end) {
    return new Filter(
        view,
        with,
        severities,
        statuses,
        Math.max(from, start),
        Math.min(until, end),
        copies,
        group,
        words,
        row,
        hint);
  }

  Filter ofGroup(long id) {
    return new Filter(
        view,
        with,
        severities,
        statuses,
        from,
        until,
        copies,
        group.and(Cond.of("{g} = ?", id)),
        words,
        row,
        hint);
  }

  Filter ofGroups(String jsonIds) {
    return new Filter(
        view,
        with,
        severities,
        statuses,
        from,
        until,
        copies,
        group.and(Cond.of("{g} IN (SELECT value FROM json_each(?))", jsonIds)),
        words,
        row,
        hint);
  }

  Cond severity(String column) {
    return anySeverity() ? Cond.TRUE : Cond.of(column + " IN (" + codes(severities, 5) + ")");
  }

  Cond status(String column) {
    return anyStatus() ? Cond.TRUE : Cond.of(column + " IN (" + codes(statuses, 9) + ")");
  }

  private static String codes(int mask, int count) {
    return IntStream.range(0, count)
        .filter(i -> (mask & 1 << i) != 0)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /// On the incident `i`, all but time.
  Cond rows() {
    List<Cond> all = new ArrayList<>();
    all.add(view.rows());
    if (!copies) {
      all.add(Cond.of("i.copy = 0"));
    }
    all.add(severity("i.severity"));
    all.add(status("i.status"));
    all.add(row);
    all.add(group.on("i.grp"));
    if (!anyWords()) {
      Cond shapes = wordsOn("h.grp", "h.message", "h.stack");
      all.add(
          new Cond(
              "i.shape IN (SELECT h.id FROM shape h WHERE " + shapes.sql() + ")", shapes.values()));
    }
    return Cond.all(all);
  }

  Cond wordsOn(String group, String message, String stack) {
    return new Cond(
        words.on(group).sql().replace("{m}", message).replace("{s}", stack), words.values());
  }

  /// Groups to look into, for finding rows through the index of groups; TRUE when all.
  Cond candidates() {
    Cond known = group.and(hint);
    if (!anyWords()) {
      Cond shapes = wordsOn("h.grp", "h.message", "h.stack");
      known =
          known.and(
              new Cond(
                  "{g} IN (SELECT h.grp FROM shape h WHERE " + shapes.sql() + ")",
                  shapes.values()));
    }
    return known;
  }

  /// Puts the common table expressions before a statement.
  Cond statement(Cond body) {
    return with.equals(Cond.TRUE)
        ? body
        : new Cond(
            "WITH " + with.sql() + " " + body.sql(),
            java.util.stream.Stream.concat(with.values().stream(), body.values().stream())
                .toList());
  }
}
