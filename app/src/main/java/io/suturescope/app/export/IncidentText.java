package io.suturescope.app.export;

import io.suturescope.app.store.StoredIncident;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/// One incident as text.
public final class IncidentText {

  private IncidentText() {}

  /// The record as CodeSuture names and orders its fields, from what the workspace keeps: for when
  /// its line is not in the source any more.
  public static String json(StoredIncident stored) {
    StringWriter out = new StringWriter();
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.putAll(IncidentCells.record(stored.incident()));
    cells.putAll(IncidentCells.unknown(stored.incident()));
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      cells.forEach((name, cell) -> {
        json.writeName(name);
        cell.write(json);
      });
      json.writeEndObject();
    }
    return out.toString();
  }
}
