package io.suturescope.app.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Adds rows many with one statement: most of the cost of a row is the call, not the row.
///
/// Rows wait in memory until there are enough of them or {@link #flush} is called.
final class Bulk {

  private static final int ROWS = 64;

  private final int columns;
  private final PreparedStatement many;
  private final PreparedStatement one;
  private final @Nullable Object[] waiting;
  private int filled;

  /// @param insert up to and with the word VALUES
  /// @param conflict what follows the values, may be empty
  Bulk(Db db, String insert, int columns, String conflict) throws SQLException {
    this.columns = columns;
    String row = "(?" + ", ?".repeat(columns - 1) + ")";
    one = db.prepared(insert + row + conflict);
    many = db.prepared(insert + row + ("," + row).repeat(ROWS - 1) + conflict);
    waiting = new @Nullable Object[ROWS * columns];
  }

  /// The next value of the row; a row is complete with the value of its last column.
  Bulk put(long value) throws SQLException {
    return put(Long.valueOf(value));
  }

  /// The next value of the row: a number, a text, bytes or null.
  Bulk put(@Nullable Object value) throws SQLException {
    waiting[filled++] = value;
    if (filled == waiting.length) {
      bind(many, 0, filled);
      many.executeUpdate();
      forget();
    }
    return this;
  }

  int waiting() {
    return filled / columns;
  }

  /// A value of a row that waits.
  @Nullable Object waiting(int row, int column) {
    return waiting[row * columns + column];
  }

  /// Writes the rows that wait.
  void flush() throws SQLException {
    for (int from = 0; from < filled; from += columns) {
      bind(one, from, columns);
      one.executeUpdate();
    }
    forget();
  }

  private void forget() {
    Arrays.fill(waiting, 0, filled, null);
    filled = 0;
  }

  private void bind(PreparedStatement statement, int from, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      statement.setObject(i + 1, waiting[from + i]);
    }
  }
}
