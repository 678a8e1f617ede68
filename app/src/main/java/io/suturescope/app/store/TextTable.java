package io.suturescope.app.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/// A table of distinct texts, filled by one import.
final class TextTable {

  private static final long CHARACTERS_KEPT = 6_000_000;

  private final Db db;
  private final boolean searched;
  private final boolean wasEmpty;
  private final PreparedStatement find;
  private final PreparedStatement add;
  private final Recent<String> recent = new Recent<>(CHARACTERS_KEPT);
  private long next;

  /// @param searched `text` with its word index, else `name` with its folded form
  TextTable(Db db, boolean searched) throws SQLException {
    this.db = db;
    this.searched = searched;
    String table = searched ? "text" : "name";
    next = db.number("SELECT max(id) FROM " + table).orElse(0) + 1;
    wasEmpty = next == 1;
    find = db.prepared("SELECT id, value FROM " + table + " WHERE hash = ?");
    add =
        db.prepared(
            searched
                ? "INSERT INTO text(id, hash, value) VALUES(?, ?, ?)"
                : "INSERT INTO name(id, hash, value, folded) VALUES(?, ?, ?, ?)");
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
    recent.keep(value, id, weight);
    return id;
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
    add.setLong(1, id);
    add.setLong(2, hash);
    add.setString(3, value);
    if (searched) {
      add.executeUpdate();
      db.update("INSERT INTO text_words(rowid, value) VALUES(?, ?)", id, value);
      return;
    }
    String folded = Words.folded(value);
    add.setString(4, folded.equals(value) ? null : folded);
    add.executeUpdate();
  }
}
