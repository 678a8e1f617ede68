package io.suturescope.app.export;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestMarkup;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.VisibleText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// One HTML file that needs no other: style inside, no script, nothing is fetched. Light or dark as
/// the reader's machine is.
public final class DigestHtml extends DigestMarkup {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; --text: #1c2024; --soft: #5d6670; --line: #d5dae0; --back: #ffffff; --code: #f0f2f5; --link: #0b5cad; }
      @media (prefers-color-scheme: dark) { :root { --text: #e4e7eb; --soft: #a0a9b4; --line: #3a424c; --back: #15181c; --code: #23282f; --link: #7db7f0; } }
      body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: var(--text); background: var(--back); font: 16px/1.5 system-ui, sans-serif; }
      h1, h2, h3 { line-height: 1.25; }
      h2 { margin-top: 2rem; border-bottom: 1px solid var(--line); }
      table { border-collapse: collapse; display: block; overflow-x: auto; }
      th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: start; vertical-align: top; }
      code { background: var(--code); border-radius: 3px; padding: 0.1em 0.3em; font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
      pre code { display: block; padding: 0.6rem; overflow-x: auto; }
      a { color: var(--link); }
      :target { outline: 2px solid var(--link); }
      @media print { body { margin: 0; max-width: none; } }
      </style>
      </head>
      <body>
      """;
  private static final String END = "</body>\n</html>\n";

  /// Makes a file of Markdown that somebody else wrote; what it holds of HTML is shown as text.
  public static void ofMarkdown(String markdown, Appendable out) throws IOException {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    Parser parser = Parser.builder().extensions(tables).build();
    HtmlRenderer renderer =
        HtmlRenderer.builder().extensions(tables).escapeHtml(true).sanitizeUrls(true).build();
    String title = markdown.lines().findFirst().orElse("").replaceFirst("^#+ *", "");
    out.append(HEAD.formatted(escaped(title)));
    renderer.render(parser.parse(markdown), out);
    out.append(END);
  }

  @Override
  protected void begin(DigestPage page, Appendable out) throws IOException {
    String title =
        page.blocks().stream()
            .filter(DigestBlock.Heading.class::isInstance)
            .map(DigestBlock.Heading.class::cast)
            .findFirst()
            .map(heading -> plain(heading.spans()))
            .orElse("");
    out.append(HEAD.formatted(escaped(title)));
  }

  @Override
  protected void end(Appendable out) throws IOException {
    out.append(END);
  }

  private static String plain(List<DigestSpan> spans) {
    return spans.stream()
        .map(span ->
            switch (span) {
              case DigestSpan.Words(String text) -> text;
              case DigestSpan.Strong(String text) -> text;
              case DigestSpan.Recorded(String text) -> VisibleText.line(text);
              case DigestSpan.Linked(long value, int _) -> String.valueOf(value);
            })
        .collect(Collectors.joining());
  }

  @Override
  protected void heading(DigestBlock.Heading heading, Appendable out) throws IOException {
    String tag = "h" + heading.level();
    out.append("<" + tag + ">" + spans(heading.spans()) + "</" + tag + ">\n");
  }

  @Override
  protected void paragraph(List<DigestSpan> spans, Appendable out) throws IOException {
    out.append("<p>" + spans(spans) + "</p>\n");
  }

  @Override
  protected void bullets(List<List<DigestSpan>> items, Appendable out) throws IOException {
    out.append("<ul>\n");
    for (List<DigestSpan> item : items) {
      out.append("<li>" + spans(item) + "</li>\n");
    }
    out.append("</ul>\n");
  }

  @Override
  protected void table(DigestBlock.Table table, Appendable out) throws IOException {
    out.append("<table>\n<thead><tr>");
    for (String head : table.head()) {
      out.append("<th scope=\"col\">" + escaped(head) + "</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<List<DigestSpan>> row : table.rows()) {
      out.append(
          row.stream()
              .map(this::spans)
              .collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>\n")));
    }
    out.append("</tbody>\n</table>\n");
  }

  @Override
  protected void references(List<String> commands, Appendable out) throws IOException {
    out.append("<h2>" + REFERENCES + "</h2>\n<ol>\n");
    for (int i = 0; i < commands.size(); i++) {
      out.append("<li id=\"q" + (i + 1) + "\">" + recorded(commands.get(i)) + "</li>\n");
    }
    out.append("</ol>\n");
  }

  @Override
  protected String span(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> escaped(text);
      case DigestSpan.Strong(String text) -> "<strong>" + escaped(text) + "</strong>";
      case DigestSpan.Recorded(String text) -> recorded(text);
      case DigestSpan.Linked(long value, int reference) ->
          "<a href=\"#q" + reference + "\">" + value + "</a>";
    };
  }

  private static String recorded(String text) {
    String line = VisibleText.line(text);
    return line.isBlank() ? EMPTY : "<bdi><code>" + escaped(line) + "</code></bdi>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
