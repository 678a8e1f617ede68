package io.suturescope.app.store;

import java.sql.DriverManager;

/// Keeps everybody else out of a workspace until somebody ends this process.
final class LockHolder {

  private LockHolder() {}

  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("UPDATE state SET revision = revision + 1");
      System.out.println("locked");
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
