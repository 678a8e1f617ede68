package io.suturescope.app.store;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.sqlite.SQLiteErrorCode;

/// What an SQL failure means to a caller.
final class Failures {

  private Failures() {}

  static RuntimeException of(SQLException failure, String doing) {
    int code = failure.getErrorCode() & 0xFF;
    if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
      return new CancellationException("cancelled while " + doing);
    }
    return new StoreFailure(sentence(code, doing), failure);
  }

  private static String sentence(int code, String doing) {
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return "The disk is full: " + doing + " stopped, and the workspace is as it was before.";
    }
    if (isDamage(code)) {
      return "The workspace file is damaged; " + doing + " is not possible.";
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
      return "The workspace is in use by another program; " + doing + " is not possible now.";
    }
    return "The workspace file or its disk failed while " + doing + ".";
  }

  static boolean isDamage(int code) {
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
