package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.Place;
import java.util.List;
import java.util.Optional;

/// The records of one incident log (codesuture.md 3).
final class IncidentLog implements LogReader.Records {

  private final ImportSink sink;
  private final NewestPython newest;
  private final IncidentLine incidentLine = new IncidentLine();
  private final FirstLines lines = new FirstLines();
  private final FirstLines ids = new FirstLines();

  IncidentLog(ImportSink sink, NewestPython newest) {
    this.sink = sink;
    this.newest = newest;
  }

  @Override
  public Optional<String> record(byte[] bytes, int from, int to, Place place) {
    return switch (incidentLine.read(bytes, from, to)) {
      case IncidentLine.Result.Bad(String reason) -> Optional.of(reason);
      case IncidentLine.Result.Good(Incident incident, List<String> oddities) -> {
        long hash = LineHash.of(bytes, from, to);
        sink.incident(incident, place, hash);
        newest.see(incident);
        String reason = reason(incident, oddities, hash, place.line());
        if (!reason.isEmpty()) {
          sink.problem(
              ImportProblem.warning(
                  place.file(), place.line(), reason, Utf8.excerpt(bytes, from, to)));
        }
        yield Optional.empty();
      }
    };
  }

  private String reason(Incident incident, List<String> oddities, long hash, long line) {
    String reason = oddities.isEmpty() ? "" : String.join("; ", oddities);
    long same = lines.seen(hash, line);
    if (same != 0) {
      return joined(reason, "identical to line " + same);
    }
    if (incident.id().isEmpty()) {
      return reason;
    }
    long twin = ids.seen(LineHash.of(incident.id()), line);
    return twin == 0 ? reason : joined(reason, "has the incident_id of line " + twin);
  }

  private static String joined(String first, String second) {
    return first.isEmpty() ? second : first + "; " + second;
  }
}
