package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/// `--format json`: one object a line.
final class JsonRows<T> implements RowFormat<T> {

  private final RowKind<T> kind;
  private final Writer out;
  private final JsonGenerator json;
  private boolean empty = true;

  JsonRows(RowKind<T> kind, Writer out) {
    this.kind = kind;
    this.out = out;
    this.json = JsonOut.on(out);
  }

  @Override
  public void print(T row) {
    empty = false;
    json.writeStartObject();
    kind.cells(row)
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
