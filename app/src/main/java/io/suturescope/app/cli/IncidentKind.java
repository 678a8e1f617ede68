package io.suturescope.app.cli;

import io.suturescope.app.export.Cell;
import io.suturescope.app.export.IncidentCells;
import io.suturescope.app.export.JsonOut;
import io.suturescope.app.export.Times;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/// What is printed of an incident.
final class IncidentKind implements RowKind<StoredIncident> {

  /// The column for fields that CodeSuture 1.1.0 does not know, as one JSON object.
  private static final String OTHER = "other_fields";

  private static final List<TextColumn> COLUMNS =
      List.of(
          TextColumn.of("TIME", 19, 0),
          new TextColumn("SEVERITY", 10, 0, true),
          TextColumn.of("STATUS", 8, 2),
          TextColumn.of("GUARD", 12, 3),
          TextColumn.of("FUNCTION", 16, 0),
          TextColumn.of("COPIES", 6, 4),
          TextColumn.of("EXCEPTION", 20, 0),
          TextColumn.of("WHERE", 14, 1));

  @Override
  public SequencedMap<String, Cell> cells(StoredIncident row) {
    return IncidentCells.of(row);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(IncidentCells.RECORD);
    names.addAll(IncidentCells.ADDED);
    names.add(OTHER);
    return names;
  }

  @Override
  public List<Cell> flat(StoredIncident row) {
    List<Cell> cells = new ArrayList<>(IncidentCells.record(row.incident()).values());
    cells.addAll(IncidentCells.added(row).values());
    cells.add(new Cell.Text(other(row.incident())));
    return cells;
  }

  @Override
  public List<TextColumn> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Severity> severity(StoredIncident row) {
    return Optional.of(row.incident().severity());
  }

  @Override
  public List<String> texts(StoredIncident row, ZoneId zone) {
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
    return List.of(
        time.isEmpty() ? "no time" : Visible.line(time),
        incident.severity().letter() + " " + text(record, "severity") + escalated,
        text(record, "status"),
        text(record, "guard_type"),
        module.isEmpty() ? function : module + ":" + function,
        row.verificationCopies() == 0 ? "" : "+" + row.verificationCopies(),
        text(record, "exception_type") + (message.isEmpty() ? "" : ": " + message),
        text(record, "file_path") + ":" + text(record, "line_number"));
  }

  private static String other(Incident incident) {
    SequencedMap<String, Cell> unknown = IncidentCells.unknown(incident);
    if (unknown.isEmpty()) {
      return "";
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonOut.on(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Cell> field : unknown.entrySet()) {
        json.writeName(field.getKey());
        field.getValue().write(json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String text(Map<String, Cell> record, String field) {
    Cell cell = record.get(field);
    return cell == null ? "" : Visible.line(cell.plain());
  }
}
