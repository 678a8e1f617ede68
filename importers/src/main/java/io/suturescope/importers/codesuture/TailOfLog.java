package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.Place;

/// Looks at the last records of a log that is not read again, only to learn which Python wrote
/// them.
final class TailOfLog {

  private static final int TAIL = 64 << 10;

  private TailOfLog() {}

  static void see(SourceTree tree, SourceFile file, NewestPython newest) {
    long from = Math.max(0, file.size() - TAIL);
    byte[] tail = tree.bytes(new Place(file.name(), 0, from, TAIL));
    IncidentLine line = new IncidentLine();
    int begin = 0;
    for (int end = NewLines.next(tail, 0, tail.length);
        end >= 0;
        end = NewLines.next(tail, begin, tail.length)) {
      if (line.read(tail, begin, end) instanceof IncidentLine.Result.Good good) {
        newest.see(good.incident());
      }
      begin = end + 1;
    }
  }
}
