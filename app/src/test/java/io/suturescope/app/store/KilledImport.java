package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.incident.Incident;
import java.nio.file.Path;
import java.util.List;

/// Imports until somebody kills this process.
final class KilledImport {

  private KilledImport() {}

  public static void main(String[] args) {
    try (IncidentStore store = Workshop.open(Path.of(args[0]))) {
      for (int round = 0; ; round++) {
        try (ImportSession session = store.importSession(Workshop.source("/p" + round))) {
          for (int file = 0; file < 3; file++) {
            List<Incident> lines = Incidents.random(3_000, round * 3L + file);
            Workshop.write(session, file + ".jsonl", Mode.REPLACE, lines);
          }
          session.finish();
        }
        System.out.println("finished");
      }
    }
  }
}
