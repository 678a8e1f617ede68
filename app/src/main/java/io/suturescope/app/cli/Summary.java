package io.suturescope.app.cli;

import io.suturescope.app.export.Cell;
import io.suturescope.app.export.IncidentCells;
import io.suturescope.app.export.Times;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// The few columns that a person reads in a terminal or a document.
record Summary(Severity severity, List<String> cells) {

  static final List<String> TITLES =
      List.of("TIME", "SEVERITY", "STATUS", "GUARD", "FUNCTION", "COPIES", "EXCEPTION", "WHERE");

  /// Which of the columns is the severity.
  static final int SEVERITY_COLUMN = 1;

  static Summary of(StoredIncident row, ZoneId zone) {
    Incident incident = row.incident();
    Map<String, Cell> record = IncidentCells.record(incident);
    String time =
        incident
            .time()
            .map(t -> Times.readable(t, zone))
            .orElseGet(() -> text(record, "timestamp"));
    String function = text(record, "function");
    String module = text(record, "module");
    String message = text(record, "exception_message");
    String escalated = row.escalatedTo().map(s -> " > " + s.name()).orElse("");
    return new Summary(
        incident.severity(),
        List.of(
            time.isEmpty() ? "no time" : Visible.line(time),
            incident.severity().letter() + " " + text(record, "severity") + escalated,
            text(record, "status"),
            text(record, "guard_type"),
            module.isEmpty() ? function : module + ":" + function,
            row.verificationCopies() == 0 ? "" : "+" + row.verificationCopies(),
            text(record, "exception_type") + (message.isEmpty() ? "" : ": " + message),
            text(record, "file_path") + ":" + text(record, "line_number")));
  }

  private static String text(Map<String, Cell> record, String field) {
    Cell cell = record.get(field);
    return cell == null ? "" : Visible.line(cell.plain());
  }
}
