package io.suturescope.app.cli;

import io.suturescope.app.export.Cell;
import io.suturescope.app.export.IncidentCells;
import io.suturescope.app.export.JsonOut;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.incident.Incident;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/// `incidents --format csv`: RFC 4180 with a header. A cell that a spreadsheet would take for a
/// formula gets a leading `'`.
final class IncidentCsv implements IncidentFormat {

  /// The column for fields that CodeSuture 1.1.0 does not know, as one JSON object.
  private static final String OTHER = "other_fields";

  private static final String END = "\r\n";
  private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

  private final Writer out;

  IncidentCsv(Writer out) throws IOException {
    this.out = out;
    out.write(String.join(",", IncidentCells.RECORD));
    out.write("," + String.join(",", IncidentCells.ADDED) + "," + OTHER + END);
  }

  @Override
  public void print(StoredIncident row) throws IOException {
    for (Cell cell : IncidentCells.record(row.incident()).values()) {
      out.write(cell(cell.plain()));
      out.write(',');
    }
    for (Cell cell : IncidentCells.added(row).values()) {
      out.write(cell(cell.plain()));
      out.write(',');
    }
    out.write(cell(other(row.incident())));
    out.write(END);
  }

  @Override
  public void close() {
    // Every row is complete as soon as it is printed.
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = (formula ? "'" : "") + Visible.lines(text);
    if (safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && !formula) {
      return safe;
    }
    return '"' + safe.replace("\"", "\"\"") + '"';
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
}
