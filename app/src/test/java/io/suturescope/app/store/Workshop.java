package io.suturescope.app.store;

import io.suturescope.importers.ImportSink.Mode;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.Place;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Short words for tests of a store.
final class Workshop {

  private Workshop() {}

  static IncidentStore open(Path file) {
    return open(file, ZoneOffset.UTC);
  }

  static IncidentStore open(Path file, ZoneId zone) {
    return ((Opening.Ready) IncidentStore.open(file, Clock.fixed(Incidents.NOW, zone))).store();
  }

  static SourceIdentity source(String path) {
    return new SourceIdentity(path, path, "codesuture", SourceIdentity.Kind.FOLDER);
  }

  static IncidentQuery query(String text) {
    return switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) -> query;
      case QueryParse.Wrong wrong -> throw new IllegalArgumentException(wrong.toString());
    };
  }

  static SourceReport add(IncidentStore store, String source, String file, List<Incident> lines) {
    try (ImportSession session = store.importSession(source(source))) {
      write(session, file, Mode.REPLACE, lines);
      return session.finish();
    }
  }

  static void write(ImportSession session, String file, Mode mode, List<Incident> lines) {
    session.begin(file, mode);
    put(session, file, lines);
    long at = lines.size();
    session.end(new FileMark(FileKind.INCIDENT_LOG, at, 1, at, at, 1), new LineCounts(at, 0, 0));
  }

  static void put(ImportSession session, String file, List<Incident> lines) {
    for (int i = 0; i < lines.size(); i++) {
      session.incident(lines.get(i), new Place(file, i + 1L, i * 100L, 99), hash(lines.get(i)));
    }
  }

  static long hash(Incident incident) {
    return Words.hash(incident.toString());
  }

  /// All that can be seen of the incidents, and the sums, as text.
  static String dump(IncidentStore store) {
    List<String> all = new ArrayList<>();
    Reading reading = store.reading();
    for (String query : List.of("", "is:copy")) {
      reading.forEachIncident(query(query), RowOrder.OLDEST_FIRST, i -> all.add(i.toString()));
    }
    all.add(reading.counts(IncidentQuery.ALL).toString());
    long[] groups = reading.groupIds(IncidentQuery.ALL, GroupOrder.FUNCTION);
    reading
        .groups(groups, IncidentQuery.ALL, reading.extent(IncidentQuery.ALL), 10)
        .forEach(g -> all.add(g.toString()));
    all.add(reading.sources().toString());
    all.add(reading.problems(OptionalLong.empty(), OptionalLong.empty(), 100).toString());
    all.add(reading.metrics(OptionalLong.empty()).toString());
    all.add(reading.patches(IncidentQuery.ALL).toString());
    return String.join("\n", all);
  }
}
