package io.suturescope.app.cli;

import io.suturescope.app.export.Cell;
import java.io.IOException;
import java.io.Writer;

/// `--format csv`: RFC 4180 with a header. A cell that a spreadsheet would take for a formula gets
/// a leading `'`.
final class CsvRows<T> implements RowFormat<T> {

  private static final String END = "\r\n";
  private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

  private final RowKind<T> kind;
  private final Writer out;

  CsvRows(RowKind<T> kind, Writer out) throws IOException {
    this.kind = kind;
    this.out = out;
    out.write(String.join(",", kind.names()) + END);
  }

  @Override
  public void print(T row) throws IOException {
    String separator = "";
    for (Cell cell : kind.flat(row)) {
      out.write(separator);
      out.write(cell(cell.plain()));
      separator = ",";
    }
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
}
