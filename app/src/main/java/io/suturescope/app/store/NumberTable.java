package io.suturescope.app.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A table of distinct combinations of numbers, filled by one import.
final class NumberTable {

  private static final long KEPT = 60_000;

  private final boolean wasEmpty;
  private final PreparedStatement find;
  private final PreparedStatement add;
  private final Recent<Numbers> recent = new Recent<>(KEPT);
  private long next;

  NumberTable(Db db, String table, String... columns) throws SQLException {
    List<String> names = Arrays.asList(columns);
    next = db.number("SELECT max(id) FROM " + table).orElse(0) + 1;
    wasEmpty = next == 1;
    find =
        db.prepared(
            "SELECT id FROM "
                + table
                + " WHERE hash = ? AND "
                + names.stream().map(n -> n + " = ?").collect(Collectors.joining(" AND ")));
    add =
        db.prepared(
            "INSERT INTO "
                + table
                + "(id, hash, "
                + String.join(", ", names)
                + ") VALUES(?, ?, "
                + String.join(", ", Collections.nCopies(columns.length, "?"))
                + ")");
  }

  long id(long... values) throws SQLException {
    Numbers key = new Numbers(values);
    OptionalLong known = recent.find(key, 1);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    long id = wasEmpty && !recent.forgot() ? 0 : stored(key);
    if (id == 0) {
      id = next++;
      add.setLong(1, id);
      bind(add, 2, key);
      add.executeUpdate();
    }
    recent.keep(key, id, 1);
    return id;
  }

  private long stored(Numbers key) throws SQLException {
    bind(find, 1, key);
    try (ResultSet rows = find.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static void bind(PreparedStatement statement, int at, Numbers key) throws SQLException {
    statement.setLong(at, key.hash());
    for (int i = 0; i < key.size(); i++) {
      statement.setLong(at + 1 + i, key.get(i));
    }
  }
}
