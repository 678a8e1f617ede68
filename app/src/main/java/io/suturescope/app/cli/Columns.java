package io.suturescope.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// A small table for people: every column as wide as its widest cell, made safe for a terminal.
final class Columns {

  private static final int WIDEST = 60;

  private Columns() {}

  /// @param rows the first one is the heading
  static void print(Writer out, List<List<String>> rows) throws IOException {
    List<List<String>> shown =
        rows.stream().map(row -> row.stream().map(Visible::line).toList()).toList();
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : shown) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, CellWidth.of(row.get(i))));
      }
    }
    for (List<String> row : shown) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(CellWidth.pad(CellWidth.fit(row.get(i), widths[i]), widths[i])).append("  ");
      }
      out.write(line.toString().stripTrailing() + "\n");
    }
  }
}
