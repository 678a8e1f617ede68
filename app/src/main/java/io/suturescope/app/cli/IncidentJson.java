package io.suturescope.app.cli;

import io.suturescope.app.export.IncidentCells;
import io.suturescope.app.export.JsonOut;
import io.suturescope.app.store.StoredIncident;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/// `incidents --format json`: one object a line.
final class IncidentJson implements IncidentFormat {

  private final Writer out;
  private final JsonGenerator json;
  private boolean empty = true;

  IncidentJson(Writer out) {
    this.out = out;
    this.json = JsonOut.on(out);
  }

  @Override
  public void print(StoredIncident row) {
    empty = false;
    json.writeStartObject();
    IncidentCells.of(row)
        .forEach((name, cell) -> {
          json.writeName(name);
          cell.write(json);
        });
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
    if (!empty) {
      out.write('\n');
    }
  }
}
