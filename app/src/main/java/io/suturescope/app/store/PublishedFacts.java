package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Puts pending facts in the place of those with the same natural key; facts that did not come
/// again are gone from the source, and kept.
final class PublishedFacts {

  private final Db db;
  private final long part;

  PublishedFacts(Db db, long part) {
    this.db = db;
    this.part = part;
  }

  private record Key(long id, long file, long kind, String natural) {}

  void publish(Collection<FileReading> files, List<Long> vanished) throws SQLException {
    List<Key> pending =
        db.list(
            "SELECT id, file_id, kind, natural FROM fact WHERE pending = 1 ORDER BY id",
            r -> new Key(r.getLong(1), r.getLong(2), r.getLong(3), r.getString(4)));
    for (Key key : pending) {
      publish(key);
    }
    for (FileReading file : files) {
      if (file.mode == Mode.REPLACE) {
        db.update(
            "UPDATE fact SET gone = 1 WHERE file_id = ? AND touched <> ? AND gone = 0",
            file.id,
            part);
      }
    }
    for (long file : vanished) {
      db.update("UPDATE fact SET gone = 1 WHERE file_id = ? AND gone = 0", file);
    }
  }

  private void publish(Key key) throws SQLException {
    int replaced =
        db.update(
            "UPDATE fact SET time = p.time, flag = p.flag, body = p.body, line = p.line, offset ="
                + " p.offset, length = p.length, gone = 0, touched = p.touched FROM fact p WHERE"
                + " p.id = ? AND fact.file_id = ? AND fact.kind = ? AND fact.natural = ? AND"
                + " fact.pending = 0",
            key.id(),
            key.file(),
            key.kind(),
            key.natural());
    if (replaced > 0) {
      db.update("DELETE FROM fact WHERE id = ?", key.id());
    } else {
      db.update("UPDATE fact SET pending = 0 WHERE id = ?", key.id());
    }
  }
}
