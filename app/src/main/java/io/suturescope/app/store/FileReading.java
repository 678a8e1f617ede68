package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.LineCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one import found in one file, kept until the import is finished.
final class FileReading {

  final long id;
  final String path;
  final Mode mode;
  final long linesBefore;
  final long firstRow;
  long lastRow;
  LineCounts lines = LineCounts.NONE;
  Optional<FileMark> mark = Optional.empty();
  private final Map<String, Map<String, long[]>> tallies = new HashMap<>();

  FileReading(long id, String path, Mode mode, long linesBefore, long firstRow) {
    this.id = id;
    this.path = path;
    this.mode = mode;
    this.linesBefore = linesBefore;
    this.firstRow = firstRow;
    this.lastRow = firstRow - 1;
  }

  void count(String what, String word) {
    tallies.computeIfAbsent(what, k -> new HashMap<>())
        .computeIfAbsent(word, k -> new long[1])[0]++;
  }

  Map<String, Map<String, long[]>> tallies() {
    return tallies;
  }
}
