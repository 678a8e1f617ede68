package io.suturescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestMarkdown;
import io.suturescope.model.digest.DigestMarkup;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.model.digest.DigestSpan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Names that try to leave their place, in every way of writing.
class DigestMarkupTest {

  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "<lambda>",
          "a|b",
          "back`tick",
          "two\nlines\r\n| x | y |",
          "<script>alert(1)</script>",
          "\u202Eevil\u202C",
          "שלום",
          "**bold** _under_ ~~gone~~",
          "{code}[link|http://x.invalid]{code}",
          "@here <!channel> &amp; www.x.invalid",
          "\\",
          "",
          " ",
          "[^q1]: # heading");

  enum Way {
    GITHUB(new DigestMarkdown(), "md"),
    SLACK(new DigestSlack(), "slack.txt"),
    JIRA(new DigestJira(), "jira.txt"),
    PLAIN(new DigestPlain(), "txt"),
    HTML(new DigestHtml(), "html");

    private final DigestMarkup markup;
    private final String ending;

    Way(DigestMarkup markup, String ending) {
      this.markup = markup;
      this.ending = ending;
    }
  }

  private static DigestPage page() {
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    List<List<DigestSpan>> items = new ArrayList<>();
    for (String text : HOSTILE) {
      rows.add(
          List.of(
              List.of(new DigestSpan.Words("HIGH")),
              List.of(new DigestSpan.Recorded(text)),
              List.of(new DigestSpan.Linked(3, 1))));
      items.add(
          List.of(
              new DigestSpan.Strong("New:"),
              new DigestSpan.Words(" "),
              new DigestSpan.Recorded(text)));
    }
    return new DigestPage(
        List.of(
            new DigestBlock.Heading(1, List.of(new DigestSpan.Words("Daily digest — 2026-11-20"))),
            new DigestBlock.Heading(2, List.of(new DigestSpan.Words("Summary"))),
            new DigestBlock.Paragraph(
                List.of(new DigestSpan.Words("Crashes: "), new DigestSpan.Linked(33, 1))),
            new DigestBlock.Bullets(items),
            new DigestBlock.Table(List.of("Severity", "Function", "Crashes"), rows)),
        List.of("suturescope incidents 'fn:\"a|b `c\"'", "suturescope patches 'ttl:<7d'"));
  }

  private static String written(DigestMarkup markup) throws IOException {
    StringBuilder out = new StringBuilder();
    markup.write(page(), out);
    return out.toString();
  }

  private static Path golden() {
    try {
      return Path.of(
          Objects.requireNonNull(DigestMarkupTest.class.getResource("/golden/digest")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFlavourIsItsGoldenFile(Way way) throws IOException {
    String actual = written(way.markup);
    Path expected = golden().resolve("hostile." + way.ending);
    Path beside = golden().resolve("hostile." + way.ending + ".actual");
    Files.deleteIfExists(beside);
    if (!Files.exists(expected) || !actual.equals(Files.readString(expected))) {
      Files.writeString(beside, actual);
    }
    if (!Files.exists(expected)) {
      fail("no golden file; this came out: " + beside);
    }
    assertThat(actual).as("see %s", beside).isEqualTo(Files.readString(expected));
  }

  /// A reader of Markdown must find the table whole, with what was recorded as its text.
  @Test
  void aMarkdownReaderSeesEveryRowAndNoMarkup() throws IOException {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(
                Parser.builder().extensions(tables).build().parse(written(new DigestMarkdown())));
    assertThat(html.split("<tr>", -1)).hasSize(HOSTILE.size() + 2);
    assertThat(html.split("<td>", -1)).hasSize(3 * HOSTILE.size() + 1);
    assertThat(html)
        .contains(
            "<td>a|b</td>",
            "<td><code>back`tick</code></td>",
            "&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("<code>&lt;lambda&gt;</code>", "\\u202eevil")
        .doesNotContain("<script", "<em>", "<del>", "<a ", "\u202E");
  }

  @Test
  void htmlNeedsNothingElseAndRunsNothing() throws IOException {
    assertThat(written(new DigestHtml()))
        .startsWith("<!DOCTYPE html>")
        .contains(
            "prefers-color-scheme: dark", "default-src 'none'", "<bdi><code>שלום</code></bdi>")
        .contains("<a href=\"#q1\">33</a>", "<li id=\"q1\">")
        .doesNotContain("<script", "src=", "url(", "@import", "<link");
  }

  @Test
  void somebodyElsesMarkdownIsShownAndNotRun() throws IOException {
    StringBuilder out = new StringBuilder();
    DigestHtml.ofMarkdown(
        "# Title <b>\n\n<script>x</script>\n\n[a](javascript:x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        out);
    assertThat(out.toString())
        .contains("<title>Title &lt;b&gt;</title>", "<td>2</td>", "&lt;script&gt;")
        .doesNotContain("<script", "javascript:");
  }
}
