package io.suturescope.model.digest;

import java.io.IOException;
import java.util.List;

/// A way to write a digest's page. Whatever a source wrote, it can neither end the place it stands
/// in nor become markup.
public abstract class DigestMarkup {

  /// Title of the list of commands at the end.
  protected static final String REFERENCES = "Queries behind the numbers";

  /// Shown for an empty text.
  protected static final String EMPTY = "—";

  private static final String ISOLATE = "\u2068";
  private static final String END_ISOLATE = "\u2069";

  /// Writes the whole page; it ends with one newline.
  public final void write(DigestPage page, Appendable out) throws IOException {
    begin(page, out);
    boolean first = true;
    for (DigestBlock block : page.blocks()) {
      if (!first) {
        out.append('\n');
      }
      first = false;
      switch (block) {
        case DigestBlock.Heading heading -> heading(heading, out);
        case DigestBlock.Paragraph(List<DigestSpan> spans) -> paragraph(spans, out);
        case DigestBlock.Bullets(List<List<DigestSpan>> items) -> bullets(items, out);
        case DigestBlock.Table table -> table(table, out);
      }
    }
    if (!page.references().isEmpty()) {
      out.append('\n');
      references(page.references(), out);
    }
    end(out);
  }

  protected void begin(DigestPage page, Appendable out) throws IOException {}

  protected void end(Appendable out) throws IOException {}

  protected abstract void heading(DigestBlock.Heading heading, Appendable out) throws IOException;

  protected abstract void paragraph(List<DigestSpan> spans, Appendable out) throws IOException;

  protected abstract void bullets(List<List<DigestSpan>> items, Appendable out) throws IOException;

  protected abstract void table(DigestBlock.Table table, Appendable out) throws IOException;

  protected abstract void references(List<String> commands, Appendable out) throws IOException;

  /// One run of text as markup.
  protected abstract String span(DigestSpan span);

  protected final String spans(List<DigestSpan> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span(span)));
    return text.toString();
  }

  /// Keeps letters written from right to left from turning around what stands beside them.
  protected static String isolated(String text, String markup) {
    return VisibleText.rightToLeft(text) ? ISOLATE + markup + END_ISOLATE : markup;
  }
}
