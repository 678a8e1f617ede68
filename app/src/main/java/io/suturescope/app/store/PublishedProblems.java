package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Replaces the problems of what was read again.
final class PublishedProblems {

  private static final String SAME =
      "SELECT 1 FROM problem p WHERE p.source_id = problem.source_id AND p.path = problem.path AND"
          + " p.line = problem.line AND p.weight = problem.weight AND p.reason = problem.reason AND"
          + " p.excerpt = problem.excerpt";

  private final Db db;
  private final long source;
  private final Map<String, FileReading> files;
  private final Set<String> unchanged;

  PublishedProblems(Db db, long source, Map<String, FileReading> files, Set<String> unchanged) {
    this.db = db;
    this.source = source;
    this.files = files;
    this.unchanged = unchanged;
  }

  void publish() throws SQLException {
    Set<String> fresh = new HashSet<>(paths(1));
    for (String path : paths(0)) {
      String file = Words.restored(path);
      FileReading reading = files.get(file);
      if (reading != null && reading.mode == Mode.APPEND) {
        // A torn last line may be whole by now.
        db.update(
            "DELETE FROM problem WHERE source_id = ? AND path = ? AND pending = 0 AND line > ?",
            source,
            path,
            reading.linesBefore);
      } else if (reading != null) {
        db.update(
            "DELETE FROM problem WHERE source_id = ? AND path = ? AND pending = 0", source, path);
      } else if (!unchanged.contains(file)) {
        // Said of a folder, or of a file that was not read: what is said again stays where it is.
        db.update(
            "DELETE FROM problem WHERE source_id = ? AND path = ? AND pending = 0 AND NOT EXISTS ("
                + SAME
                + " AND p.pending = 1)",
            source,
            path);
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    db.update("DELETE FROM problem WHERE pending = 1 AND EXISTS (" + SAME + " AND p.pending = 0)");
    db.update("UPDATE problem SET pending = 0 WHERE pending = 1");
  }

  private List<String> paths(int pending) throws SQLException {
    return db.list(
        "SELECT DISTINCT path FROM problem WHERE source_id = ? AND pending = ?",
        r -> r.getString(1),
        source,
        pending);
  }
}
