package io.suturescope.app.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// A piece of SQL with its values. `{g}` in it stands for the column with the group.
record Cond(String sql, List<Object> values) {

  static final Cond TRUE = of("1");
  static final Cond FALSE = of("0");

  Cond {
    values = List.copyOf(values);
  }

  static Cond of(String sql, Object... values) {
    return new Cond(sql, Arrays.asList(values));
  }

  static Cond all(Collection<Cond> conds) {
    return joined(conds.stream().filter(c -> !c.equals(TRUE)).toList(), " AND ", TRUE);
  }

  static Cond any(Collection<Cond> conds) {
    return joined(conds, " OR ", FALSE);
  }

  private static Cond joined(Collection<Cond> conds, String between, Cond none) {
    if (conds.isEmpty()) {
      return none;
    }
    List<String> texts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Cond cond : conds) {
      texts.add("(" + cond.sql + ")");
      values.addAll(cond.values);
    }
    return new Cond(String.join(between, texts), values);
  }

  Cond negated() {
    return new Cond("NOT (" + sql + ")", values);
  }

  Cond negatedIf(boolean negate) {
    return negate ? negated() : this;
  }

  Cond and(Cond other) {
    return all(List.of(this, other));
  }

  /// With the column that holds the group.
  Cond on(String groupColumn) {
    return new Cond(sql.replace("{g}", groupColumn), values);
  }

  Object[] args() {
    return values.toArray();
  }

  static String ids(Collection<Long> ids) {
    StringBuilder json = new StringBuilder("[");
    for (long id : ids) {
      json.append(json.length() > 1 ? "," : "").append(id);
    }
    return json.append(']').toString();
  }
}
