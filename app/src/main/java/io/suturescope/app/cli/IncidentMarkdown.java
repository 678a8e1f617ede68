package io.suturescope.app.cli;

import io.suturescope.app.store.StoredIncident;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.stream.Collectors;

/// `incidents --format markdown`: a table for an issue or a chat. Nothing in a cell can end it or
/// start markup.
final class IncidentMarkdown implements IncidentFormat {

  private static final String MARKUP = "\\`*_[]<>|~#!";

  private final Writer out;
  private final ZoneId zone;

  IncidentMarkdown(Writer out, ZoneId zone) throws IOException {
    this.out = out;
    this.zone = zone;
    out.write("| " + String.join(" | ", Summary.TITLES) + " |\n");
    out.write("|" + " --- |".repeat(Summary.TITLES.size()) + "\n");
  }

  @Override
  public void print(StoredIncident row) throws IOException {
    out.write(
        Summary.of(row, zone).cells().stream()
            .map(IncidentMarkdown::cell)
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
