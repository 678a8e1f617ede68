package io.suturescope.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// `--format markdown`: a table for an issue or a chat. Nothing in a cell can end it or start
/// markup.
final class MarkdownRows<T> implements RowFormat<T> {

  private static final String MARKUP = "\\`*_[]<>|~#!";

  private final RowKind<T> kind;
  private final Writer out;
  private final ZoneId zone;

  MarkdownRows(RowKind<T> kind, Writer out, ZoneId zone) throws IOException {
    this.kind = kind;
    this.out = out;
    this.zone = zone;
    List<String> titles = kind.columns().stream().map(RowKind.TextColumn::title).toList();
    out.write("| " + String.join(" | ", titles) + " |\n");
    out.write("|" + " --- |".repeat(titles.size()) + "\n");
  }

  @Override
  public void print(T row) throws IOException {
    out.write(
        kind.texts(row, zone).stream()
            .map(MarkdownRows::cell)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public void close() {
    // Every row is complete as soon as it is printed.
  }

  static String cell(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '\n', '\r' -> escaped.append(' ');
        default -> {
          if (MARKUP.indexOf(c) >= 0) {
            escaped.append('\\');
          }
          escaped.append(c);
        }
      }
    }
    return escaped.toString();
  }
}
