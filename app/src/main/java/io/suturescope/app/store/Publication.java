package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes what an import gathered part of the workspace, in one transaction.
final class Publication {

  /// Parts that stand beside each other before they are put together.
  private static final int PARTS = 4;

  private static final int SMALL_PART = 20_000;

  private final Db db;
  private final long source;
  private final long part;
  private final long firstRow;
  private final Map<String, FileReading> files;
  private final Set<String> unchanged;
  private final BitSet seen;
  private long unknown;
  private long refused;

  Publication(
      Db db,
      long source,
      long part,
      long firstRow,
      Map<String, FileReading> files,
      Set<String> unchanged,
      BitSet seen) {
    this.db = db;
    this.source = source;
    this.part = part;
    this.firstRow = firstRow;
    this.files = files;
    this.unchanged = unchanged;
    this.seen = seen;
  }

  void publish(Map<Long, Long> folding, long now) throws SQLException {
    new PublishedProblems(db, source, files, unchanged).publish();
    refused = refusedFiles();
    for (FileReading file : files.values()) {
      publish(file, now);
    }
    List<Long> vanished = vanished();
    new PublishedFacts(db, part).publish(files.values(), vanished);
    moves(vanished);
    db.update("DELETE FROM file WHERE pending = 1");
    new Folding(db).fold(folding);
    db.update("UPDATE source SET last_import = ? WHERE id = ?", now, source);
    publishPart();
    db.update("UPDATE state SET hidden_from = 9223372036854775807, revision = revision + 1");
  }

  SourceReport.Files filesRead() throws SQLException {
    long same = 0;
    for (String file : unchanged) {
      boolean isUnknown =
          db.number(
                  "SELECT 1 FROM file WHERE source_id = ? AND path = ? AND kind = 'UNKNOWN'",
                  source,
                  Words.storable(file))
              .isPresent();
      unknown += isUnknown ? 1 : 0;
      same += isUnknown ? 0 : 1;
    }
    long read = 0;
    for (FileReading file : files.values()) {
      boolean isUnknown = file.mark.map(FileMark::kind).orElseThrow() == FileKind.UNKNOWN;
      unknown += isUnknown ? 1 : 0;
      read += isUnknown ? 0 : 1;
    }
    return new SourceReport.Files(read, same, unknown, refused);
  }

  private long refusedFiles() throws SQLException {
    List<String> paths =
        db.list(
            "SELECT DISTINCT path FROM problem WHERE source_id = ? AND weight = 0",
            r -> Words.restored(r.getString(1)),
            source);
    return paths.stream().filter(p -> !files.containsKey(p) && !unchanged.contains(p)).count();
  }

  private void publish(FileReading file, long now) throws SQLException {
    FileMark mark = file.mark.orElseThrow();
    boolean replace = file.mode == Mode.REPLACE;
    int keep = replace ? 0 : 1;
    db.update(
        "UPDATE file SET kind = ?, size = ?, modified = ?, consumed = ?, lines = ?, checksum = ?,"
            + " accepted = accepted * ? + ?, blank = blank * ? + ?, problems = problems * ? + ?,"
            + " gone = 0, pending = 0 WHERE id = ?",
        mark.kind().name(),
        mark.size(),
        mark.modifiedMicros(),
        mark.consumed(),
        mark.lines(),
        mark.check(),
        keep,
        file.lines.accepted(),
        keep,
        file.lines.blank(),
        keep,
        file.lines.problems(),
        file.id);
    if (replace) {
      db.update("DELETE FROM tally WHERE file_id = ?", file.id);
    }
    for (var what : file.tallies().entrySet()) {
      for (var word : what.getValue().entrySet()) {
        db.update(
            "INSERT INTO tally VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
            file.id,
            what.getKey(),
            Words.storable(word.getKey()),
            word.getValue()[0]);
      }
    }
    if (file.lastRow >= file.firstRow) {
      db.update("INSERT INTO span VALUES(?, ?, ?, ?)", file.firstRow, file.lastRow, file.id, now);
    }
  }

  /// Files of the source that this import did not meet.
  private List<Long> vanished() throws SQLException {
    List<Long> vanished = new ArrayList<>();
    db.each(
        "SELECT id, path FROM file WHERE source_id = ? AND gone = 0 AND pending = 0",
        r -> {
          String path = Words.restored(r.getString(2));
          if (!files.containsKey(path) && !unchanged.contains(path)) {
            vanished.add(r.getLong(1));
          }
        },
        source);
    for (long file : vanished) {
      db.update("UPDATE file SET gone = 1 WHERE id = ?", file);
    }
    return vanished;
  }

  private void moves(List<Long> vanished) throws SQLException {
    boolean changed = !vanished.isEmpty();
    for (FileReading file : files.values()) {
      if (file.mode == Mode.REPLACE) {
        changed |= db.update("DELETE FROM sighting WHERE file_id = ? AND pending = 0", file.id) > 0;
      }
    }
    for (long file : vanished) {
      db.update("DELETE FROM sighting WHERE file_id = ?", file);
    }
    db.update(
        "UPDATE incident SET line = s.line, offset = s.offset, length = s.length, gone = 0 FROM"
            + " sighting s WHERE s.incident = incident.id AND s.pending = 1 AND s.move = 1");
    db.update("DELETE FROM sighting WHERE pending = 1 AND move = 1");
    changed |= db.update("UPDATE sighting SET pending = 0 WHERE pending = 1") > 0;
    for (FileReading file : files.values()) {
      if (file.mode == Mode.REPLACE) {
        changed |= markGone(file.id);
      }
    }
    for (long file : vanished) {
      markGone(file);
    }
    if (changed) {
      findNewHomes();
    }
  }

  /// Marks the earlier rows of a file that did not come again.
  private boolean markGone(long file) throws SQLException {
    List<Long> gone = new ArrayList<>();
    db.each(
        "SELECT i.id FROM span s JOIN incident i ON i.id BETWEEN s.first AND s.last WHERE s.file_id"
            + " = ? AND i.file_id = ? AND i.gone = 0 AND i.id < ?",
        r -> {
          if (!seen.get(Math.toIntExact(r.getLong(1)))) {
            gone.add(r.getLong(1));
          }
        },
        file,
        file,
        firstRow);
    for (long id : gone) {
      db.update("UPDATE incident SET gone = 1 WHERE id = ?", id);
    }
    return !gone.isEmpty();
  }

  private record Home(long sighting, long row, long file) {}

  /// A line that is gone from its file but stands in another one lives there from now on.
  private void findNewHomes() throws SQLException {
    List<Home> homes =
        db.list(
            "SELECT min(s.id), i.id, s.file_id FROM sighting s JOIN incident i ON i.id = s.incident"
                + " WHERE i.gone = 1 GROUP BY i.id",
            r -> new Home(r.getLong(1), r.getLong(2), r.getLong(3)));
    for (Home home : homes) {
      db.update(
          "UPDATE incident SET gone = 0, file_id = s.file_id, line = s.line, offset = s.offset,"
              + " length = s.length FROM sighting s WHERE s.id = ? AND incident.id = ?",
          home.sighting(),
          home.row());
      db.update("DELETE FROM sighting WHERE id = ?", home.sighting());
      db.update("INSERT INTO span VALUES(?, ?, ?, 0)", home.row(), home.row(), home.file());
    }
  }

  private void publishPart() throws SQLException {
    long parts = db.number("SELECT count(*) FROM published").orElse(0);
    long size =
        db.number(
                "SELECT count(*) FROM (SELECT 1 FROM roll_grp WHERE part = ? LIMIT ?)",
                part,
                SMALL_PART + 1)
            .orElse(0);
    if (size > SMALL_PART && parts < PARTS) {
      db.update("INSERT INTO published VALUES(?)", part);
    } else {
      RollUps.merge(db, part, 0);
    }
  }
}
