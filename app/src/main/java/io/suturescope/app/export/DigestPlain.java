package io.suturescope.app.export;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestMarkup;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Text for a mail or a terminal, tables in columns.
public final class DigestPlain extends DigestMarkup {

  @Override
  protected void heading(DigestBlock.Heading heading, Appendable out) throws IOException {
    String text = spans(heading.spans());
    String line = heading.level() == 1 ? "=" : "-";
    out.append(text + "\n" + line.repeat(text.codePointCount(0, text.length())) + "\n");
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
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.head());
    table.rows().forEach(row -> lines.add(row.stream().map(this::spans).toList()));
    int[] widths = new int[table.head().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
      }
      out.append(text.toString().stripTrailing() + "\n");
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  protected void references(List<String> commands, Appendable out) throws IOException {
    out.append(REFERENCES + "\n" + "-".repeat(REFERENCES.length()) + "\n\n");
    for (int i = 0; i < commands.size(); i++) {
      out.append("[q" + (i + 1) + "] " + VisibleText.line(commands.get(i)) + "\n");
    }
  }

  @Override
  protected String span(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> text;
      case DigestSpan.Strong(String text) -> text;
      case DigestSpan.Recorded(String text) -> recorded(text);
      case DigestSpan.Linked(long value, int reference) -> value + " [q" + reference + "]";
    };
  }

  private static String recorded(String text) {
    String line = VisibleText.line(text);
    return line.isBlank() ? EMPTY : isolated(line, line);
  }
}
