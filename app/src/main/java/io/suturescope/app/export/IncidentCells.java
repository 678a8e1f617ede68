package io.suturescope.app.export;

import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRule;
import io.suturescope.model.incident.SeverityRule.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The columns of `incidents` (cli.md): the record's fields as CodeSuture names and orders them,
/// what else was recorded, then what the console knows of it.
public final class IncidentCells {

  /// Fields of the record that 1.1.0 knows, in its order (codesuture.md 3).
  public static final List<String> RECORD =
      List.of(
          "incident_id",
          "timestamp",
          "fingerprint",
          "exception_type",
          "exception_message",
          "module",
          "function",
          "line_number",
          "file_path",
          "stack_trace",
          "severity",
          "status",
          "guard_type",
          "target_variable",
          "default_value",
          "default_rationale",
          "bytecode_diff",
          "suggested_fix",
          "fix_confidence",
          "review_priority",
          "python_version",
          "codesuture_version",
          "ttl_days",
          "hit_count",
          "thread_name",
          "shadow_verified",
          "related_incidents");

  /// What the console adds.
  public static final List<String> ADDED =
      List.of(
          "source",
          "file",
          "line",
          "verification_copies",
          "severity_recomputed",
          "severity_rule",
          "escalated_to");

  private IncidentCells() {}

  public static SequencedMap<String, Cell> of(StoredIncident row) {
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.putAll(record(row.incident()));
    cells.putAll(unknown(row.incident()));
    cells.putAll(added(row));
    return cells;
  }

  /// The known fields, each as recorded where that is odd.
  public static SequencedMap<String, Cell> record(Incident incident) {
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    for (String field : RECORD) {
      // A time that can be read is printed as RFC 3339, however it was recorded.
      boolean readable = field.equals("timestamp") && incident.time().isPresent();
      String odd = incident.asRecorded().get(field);
      cells.put(field, odd == null || readable ? cell(field, incident) : new Cell.Recorded(odd));
    }
    return cells;
  }

  /// Fields that 1.1.0 does not know. One that has the name of an added column gets a prefix.
  public static SequencedMap<String, Cell> unknown(Incident incident) {
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : incident.asRecorded().entrySet()) {
      if (!RECORD.contains(field.getKey())) {
        String name = ADDED.contains(field.getKey()) ? "recorded_" : "";
        cells.put(name + field.getKey(), new Cell.Recorded(field.getValue()));
      }
    }
    return cells;
  }

  public static SequencedMap<String, Cell> added(StoredIncident row) {
    Judgement judgement = SeverityRule.recompute(row.incident());
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.put("source", new Cell.Text(row.source().identity().path()));
    cells.put("file", new Cell.Text(row.place().file()));
    cells.put("line", new Cell.Whole(row.place().line()));
    cells.put("verification_copies", new Cell.Whole(row.verificationCopies()));
    cells.put("severity_recomputed", new Cell.Text(judgement.severity().name()));
    cells.put(
        "severity_rule", new Cell.Text("rule " + judgement.number() + ": " + judgement.because()));
    cells.put(
        "escalated_to", row.escalatedTo().map(IncidentCells::severity).orElse(new Cell.Absent()));
    return cells;
  }

  private static Cell severity(Severity severity) {
    return new Cell.Text(severity.name());
  }

  private static Cell cell(String field, Incident incident) {
    return switch (field) {
      case "incident_id" -> new Cell.Text(incident.id());
      case "timestamp" ->
          incident
              .time()
              .<Cell>map(t -> new Cell.Text(Times.recorded(t)))
              .orElse(new Cell.Absent());
      case "fingerprint" -> new Cell.Text(incident.fingerprint());
      case "exception_type" -> new Cell.Text(incident.exceptionType());
      case "exception_message" -> new Cell.Text(incident.exceptionMessage());
      case "module" -> new Cell.Text(incident.module());
      case "function" -> new Cell.Text(incident.function());
      case "line_number" -> new Cell.Whole(incident.lineNumber());
      case "file_path" -> new Cell.Text(incident.filePath());
      case "stack_trace" -> new Cell.Texts(incident.stackTrace());
      case "severity" -> severity(incident.severity());
      case "status" -> new Cell.Text(incident.status().word());
      case "guard_type" -> new Cell.Text(incident.guardType());
      case "target_variable" -> new Cell.Text(incident.targetVariable());
      case "default_value" -> new Cell.Recorded(incident.defaultValue());
      case "bytecode_diff" -> new Cell.Recorded("{}");
      case "suggested_fix" ->
          incident.suggestedFix().<Cell>map(Cell.Text::new).orElse(new Cell.Absent());
      case "fix_confidence" -> Cell.orAbsent(incident.fixConfidence());
      case "review_priority" -> new Cell.Text(incident.reviewPriority());
      case "python_version" -> new Cell.Text(incident.pythonVersion());
      case "codesuture_version" -> new Cell.Text(incident.codesutureVersion());
      case "ttl_days" -> new Cell.Whole(incident.ttlDays());
      case "hit_count" -> new Cell.Whole(incident.hitCount());
      case "thread_name" -> new Cell.Text(incident.threadName());
      case "shadow_verified" -> new Cell.Flag(incident.shadowVerified());
      case "related_incidents" -> new Cell.Texts(List.of());
      default -> new Cell.Text("");
    };
  }
}
