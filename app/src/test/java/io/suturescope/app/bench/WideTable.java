package io.suturescope.app.bench;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.Place;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// The plain way to keep incidents, to compare with: one row a line, all text in it, no index.
final class WideTable extends CountingSink implements AutoCloseable {

  private static final int BATCH = 50_000;
  private static final int COLUMNS = 24;

  private final Connection connection;
  private final PreparedStatement insert;

  WideTable(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      StringBuilder columns = new StringBuilder("c0");
      for (int i = 1; i < COLUMNS; i++) {
        columns.append(", c").append(i);
      }
      statement.execute("CREATE TABLE wide(" + columns + ")");
    }
    connection.setAutoCommit(false);
    insert =
        connection.prepareStatement("INSERT INTO wide VALUES(?" + ", ?".repeat(COLUMNS - 1) + ")");
  }

  @Override
  public void incident(Incident i, Place place, long rawHash) {
    super.incident(i, place, rawHash);
    try {
      Object[] values = {
        i.id(),
        i.time().map(t -> t.toEpochMilli()).orElse(0L),
        i.fingerprint(),
        i.exceptionType(),
        i.exceptionMessage(),
        i.module(),
        i.function(),
        i.lineNumber(),
        i.filePath(),
        String.join("\n", i.stackTrace()),
        i.severity().name(),
        i.status().word(),
        i.guardType(),
        i.targetVariable(),
        i.defaultValue(),
        i.suggestedFix().orElse(null),
        i.fixConfidence(),
        i.reviewPriority(),
        i.pythonVersion(),
        i.codesutureVersion(),
        i.ttlDays(),
        i.hitCount(),
        i.threadName(),
        i.asRecorded().toString()
      };
      for (int c = 0; c < values.length; c++) {
        insert.setObject(c + 1, values[c]);
      }
      insert.executeUpdate();
      if (incidents() % BATCH == 0) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.commit();
    connection.close();
  }
}
