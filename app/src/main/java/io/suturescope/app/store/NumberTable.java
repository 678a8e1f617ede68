package io.suturescope.app.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A table of distinct combinations of numbers, filled by one import.
final class NumberTable {

  private static final long KEPT = 60_000;

  private final boolean wasEmpty;
  private final PreparedStatement find;
  private final Bulk add;
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
                + " WHERE "
                + names.stream().map(n -> n + " = ?").collect(Collectors.joining(" AND ")));
    add =
        new Bulk(
            db,
            "INSERT INTO " + table + "(id, " + String.join(", ", names) + ") VALUES",
            1 + columns.length,
            "");
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
      add.put(id);
      for (long value : values) {
        add.put(value);
      }
    }
    if (recent.keep(key, id, 1)) {
      // What waits must be remembered or found.
      flush();
    }
    return id;
  }

  void flush() throws SQLException {
    add.flush();
  }

  private long stored(Numbers key) throws SQLException {
    for (int i = 0; i < key.size(); i++) {
      find.setLong(1 + i, key.get(i));
    }
    try (ResultSet rows = find.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
