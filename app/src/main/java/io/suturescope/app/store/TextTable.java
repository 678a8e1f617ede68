package io.suturescope.app.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/// A table of distinct texts, filled by one import.
final class TextTable {

  private static final long CHARACTERS_KEPT = 6_000_000;

  private final boolean searched;
  private final boolean wasEmpty;
  private final PreparedStatement find;
  private final Bulk add;
  private final Recent<String> recent = new Recent<>(CHARACTERS_KEPT);
  private long next;

  /// @param searched `text`, else `name` with its folded form
  TextTable(Db db, boolean searched) throws SQLException {
    this.searched = searched;
    String table = searched ? "text" : "name";
    next = db.number("SELECT max(id) FROM " + table).orElse(0) + 1;
    wasEmpty = next == 1;
    find = db.prepared("SELECT id, value FROM " + table + " WHERE hash = ?");
    add =
        searched
            ? new Bulk(db, "INSERT INTO text(id, hash, value) VALUES", 3, "")
            : new Bulk(db, "INSERT INTO name(id, hash, value, folded) VALUES", 4, "");
  }

  long id(String value) throws SQLException {
    int weight = value.length() + 60;
    OptionalLong known = recent.find(value, weight);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    String storable = Words.storable(value);
    long hash = Words.hash(storable);
    long id = wasEmpty && !recent.forgot() ? 0 : stored(storable, hash);
    if (id == 0) {
      id = next++;
      insert(id, hash, storable);
    }
    if (recent.keep(value, id, weight)) {
      // What waits must be remembered or found.
      flush();
    }
    return id;
  }

  void flush() throws SQLException {
    add.flush();
  }

  private long stored(String value, long hash) throws SQLException {
    find.setLong(1, hash);
    try (ResultSet rows = find.executeQuery()) {
      while (rows.next()) {
        if (value.equals(rows.getString(2))) {
          return rows.getLong(1);
        }
      }
    }
    return 0;
  }

  private void insert(long id, long hash, String value) throws SQLException {
    add.put(id).put(hash).put(value);
    if (searched) {
      return;
    }
    String folded = Words.folded(value);
    add.put(folded.equals(value) ? null : folded);
  }
}
