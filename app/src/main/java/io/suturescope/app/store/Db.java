package io.suturescope.app.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/// One connection with its prepared statements. Of one thread at a time.
final class Db implements AutoCloseable {

  private static final int STATEMENTS = 120;
  private static final int STEPS_BETWEEN_CHECKS = 20_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements =
      new LinkedHashMap<>(STATEMENTS, 0.75f, true);

  private Db(Connection connection) {
    this.connection = connection;
  }

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  interface EachRow {
    void read(ResultSet row) throws SQLException;
  }

  /// @param patience how long a statement waits for another connection, in milliseconds
  private static Db open(Path file, int patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(patience);
    return new Db(DriverManager.getConnection(url(file), config.toProperties()));
  }

  /// A connection that writes. Sorting for a new index goes to files beyond the size of the cache.
  static Db writer(Path file) throws SQLException {
    Db db = open(file, 10_000);
    db.execute("PRAGMA synchronous = NORMAL");
    db.execute("PRAGMA cache_size = -32768");
    db.execute("PRAGMA temp_store = FILE");
    db.execute("PRAGMA wal_autocheckpoint = 16000");
    return db;
  }

  /// A connection to a small file that several processes write now and then: one file, no log
  /// beside it, and what is committed survives a loss of power.
  static Db small(Path file) throws SQLException {
    Db db = open(file, 10_000);
    db.execute("PRAGMA synchronous = FULL");
    return db;
  }

  /// A connection whose every commit is on the disk when it returns. Makes the file.
  static Db durable(Path file) throws SQLException {
    Db db = open(file, 10_000);
    db.execute("PRAGMA journal_mode = WAL");
    db.execute("PRAGMA synchronous = FULL");
    db.execute("PRAGMA foreign_keys = ON");
    return db;
  }

  /// A connection whose statements end when their thread is interrupted.
  static Db reader(Path file) throws SQLException {
    Db db = open(file, 5_000);
    db.execute("PRAGMA query_only = 1");
    db.execute("PRAGMA cache_size = -24576");
    db.execute("PRAGMA temp_store = MEMORY");
    db.stopWhen(() -> Thread.currentThread().isInterrupted());
    return db;
  }

  /// Ends running statements as soon as this holds; asked about once a millisecond.
  void stopWhen(BooleanSupplier condition) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        STEPS_BETWEEN_CHECKS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return condition.getAsBoolean() ? 1 : 0;
          }
        });
  }

  /// As a file URI: a plain path would lose what follows a question mark.
  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The prepared statement of this text, kept for the next time.
  PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement made = connection.prepareStatement(sql);
    statements.put(sql, made);
    if (statements.size() > STATEMENTS) {
      var eldest = statements.entrySet().iterator();
      eldest.next().getValue().close();
      eldest.remove();
    }
    return made;
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  void each(String sql, EachRow row, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        row.read(rows);
      }
    }
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    each(sql, r -> all.add(row.read(r)), values);
    return all;
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  /// The first column of the first row; empty when there is no row or it is null.
  OptionalLong number(String sql, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      if (!rows.next()) {
        return OptionalLong.empty();
      }
      long number = rows.getLong(1);
      return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
    connection.close();
  }
}
