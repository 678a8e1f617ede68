package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.incident.Incident;
import java.nio.file.Path;
import java.util.List;

/// Imports until somebody kills this process.
final class KilledImport {

  private KilledImport() {}

  /// The workspace and, if it is to stay there, the number of the import in whose middle to stop.
  public static void main(String[] args) throws InterruptedException {
    int stop = args.length > 1 ? Integer.parseInt(args[1]) : -1;
    try (IncidentStore store = Workshop.open(Path.of(args[0]))) {
      for (int round = 0; ; round++) {
        try (ImportSession session = store.importSession(Workshop.source("/p" + round))) {
          for (int file = 0; file < 3; file++) {
            List<Incident> lines = Incidents.random(3_000, round * 3L + file);
            Workshop.write(session, file + ".jsonl", Mode.REPLACE, lines);
            if (round == stop && file == 1) {
              System.out.println("in the middle, with " + session.progress().visibleCrashes());
              Thread.sleep(Long.MAX_VALUE);
            }
          }
          session.finish();
        }
      }
    }
  }
}
