package io.suturescope.app.export;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestMarkup;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.VisibleText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Slack's mrkdwn, which knows neither headings nor tables: a row is a line.
public final class DigestSlack extends DigestMarkup {

  @Override
  protected void heading(DigestBlock.Heading heading, Appendable out) throws IOException {
    out.append("*" + spans(heading.spans()) + "*\n");
  }

  @Override
  protected void paragraph(List<DigestSpan> spans, Appendable out) throws IOException {
    out.append(spans(spans) + "\n");
  }

  @Override
  protected void bullets(List<List<DigestSpan>> items, Appendable out) throws IOException {
    for (List<DigestSpan> item : items) {
      out.append("• " + spans(item) + "\n");
    }
  }

  @Override
  protected void table(DigestBlock.Table table, Appendable out) throws IOException {
    out.append("_" + String.join(" · ", table.head()) + "_\n");
    for (List<List<DigestSpan>> row : table.rows()) {
      out.append(row.stream().map(this::spans).collect(Collectors.joining(" · ", "• ", "\n")));
    }
  }

  @Override
  protected void references(List<String> commands, Appendable out) throws IOException {
    out.append("*" + REFERENCES + "*\n\n");
    for (int i = 0; i < commands.size(); i++) {
      out.append("q" + (i + 1) + " " + recorded(commands.get(i)) + "\n");
    }
  }

  @Override
  protected String span(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> escaped(text);
      case DigestSpan.Strong(String text) -> "*" + escaped(text) + "*";
      case DigestSpan.Recorded(String text) -> recorded(text);
      case DigestSpan.Linked(long value, int reference) -> value + " [q" + reference + "]";
    };
  }

  /// Nothing escapes a backtick in Slack's code: another sign that looks like it stands there.
  private static String recorded(String text) {
    String line = VisibleText.line(text);
    return line.isBlank() ? EMPTY : isolated(line, "`" + escaped(line.replace('`', 'ˋ')) + "`");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
