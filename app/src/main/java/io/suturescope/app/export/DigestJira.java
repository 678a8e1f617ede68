package io.suturescope.app.export;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestMarkup;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.VisibleText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Jira's wiki markup.
public final class DigestJira extends DigestMarkup {

  /// Whatever can begin markup there; a reference to its number cannot.
  private static final String MARKUP = "\\{}[]|*_-+^~!?@#&<>:;()'\"`";

  private static final String WORDS_MARKUP = "\\{}[]|*_^~!&<>";

  @Override
  protected void heading(DigestBlock.Heading heading, Appendable out) throws IOException {
    out.append("h" + heading.level() + ". " + spans(heading.spans()) + "\n");
  }

  @Override
  protected void paragraph(List<DigestSpan> spans, Appendable out) throws IOException {
    out.append(spans(spans) + "\n");
  }

  @Override
  protected void bullets(List<List<DigestSpan>> items, Appendable out) throws IOException {
    for (List<DigestSpan> item : items) {
      out.append("* " + spans(item) + "\n");
    }
  }

  @Override
  protected void table(DigestBlock.Table table, Appendable out) throws IOException {
    out.append("||" + String.join("||", table.head()) + "||\n");
    for (List<List<DigestSpan>> row : table.rows()) {
      out.append(row.stream().map(this::cell).collect(Collectors.joining("|", "|", "|\n")));
    }
  }

  /// An empty cell would make the bars beside it the mark of a head.
  private String cell(List<DigestSpan> spans) {
    String text = spans(spans);
    return text.isEmpty() ? " " : text;
  }

  @Override
  protected void references(List<String> commands, Appendable out) throws IOException {
    out.append("h2. " + REFERENCES + "\n\n");
    for (int i = 0; i < commands.size(); i++) {
      String name = "q" + (i + 1);
      out.append("* {anchor:" + name + "}" + name + " " + recorded(commands.get(i)) + "\n");
    }
  }

  @Override
  protected String span(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> escaped(text, WORDS_MARKUP);
      case DigestSpan.Strong(String text) -> "*" + escaped(text, WORDS_MARKUP) + "*";
      case DigestSpan.Recorded(String text) -> recorded(text);
      case DigestSpan.Linked(long value, int reference) -> "[" + value + "|#q" + reference + "]";
    };
  }

  private static String recorded(String text) {
    String line = VisibleText.line(text);
    return line.isBlank() ? EMPTY : isolated(line, "{{" + escaped(line, MARKUP) + "}}");
  }

  private static String escaped(String text, String markup) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (markup.indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
