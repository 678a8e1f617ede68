package io.suturescope.model.digest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Markdown as GitHub and GitLab read it: tables, and a footnote with its query on every number.
public final class DigestMarkdown extends DigestMarkup {

  private static final String MARKUP = "\\`*_[]<>|~#!$";

  private boolean inTable;

  @Override
  protected void heading(DigestBlock.Heading heading, Appendable out) throws IOException {
    out.append("#".repeat(heading.level()) + " " + spans(heading.spans()) + "\n");
  }

  @Override
  protected void paragraph(List<DigestSpan> spans, Appendable out) throws IOException {
    out.append(spans(spans) + "\n");
  }

  @Override
  protected void bullets(List<List<DigestSpan>> items, Appendable out) throws IOException {
    for (List<DigestSpan> item : items) {
      out.append("- " + spans(item) + "\n");
    }
  }

  @Override
  protected void table(DigestBlock.Table table, Appendable out) throws IOException {
    out.append("| " + String.join(" | ", table.head()) + " |\n");
    out.append("|" + " --- |".repeat(table.head().size()) + "\n");
    inTable = true;
    for (List<List<DigestSpan>> row : table.rows()) {
      out.append(row.stream().map(this::spans).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    inTable = false;
  }

  @Override
  protected void references(List<String> commands, Appendable out) throws IOException {
    out.append("## " + REFERENCES + "\n\n");
    for (int i = 0; i < commands.size(); i++) {
      out.append("[^q" + (i + 1) + "]: " + recorded(commands.get(i)) + "\n");
    }
  }

  @Override
  protected String span(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> escaped(text);
      case DigestSpan.Strong(String text) -> "**" + escaped(text) + "**";
      case DigestSpan.Recorded(String text) -> recorded(text);
      case DigestSpan.Linked(long value, int reference) -> value + "[^q" + reference + "]";
    };
  }

  /// As code, but for a pipe in a table, which would end the cell even there.
  private String recorded(String text) {
    String line = VisibleText.line(text);
    if (line.isBlank()) {
      return EMPTY;
    }
    boolean code = !(inTable && line.indexOf('|') >= 0) && line.equals(line.strip());
    return isolated(line, code ? code(line) : unlinked(escaped(line)));
  }

  /// Between more backticks than stand together in it.
  private static String code(String line) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    boolean pad = line.startsWith("`") || line.endsWith("`");
    return fence + (pad ? " " + line + " " : line) + fence;
  }

  /// Neither an address nor a name with an at sign becomes a link.
  private static String unlinked(String text) {
    return text.replace("@", "&#64;").replace(":", "&#58;").replace("www.", "www&#46;");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        out.append("&amp;");
      } else {
        out.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }
}
