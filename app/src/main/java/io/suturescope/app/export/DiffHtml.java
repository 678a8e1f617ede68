package io.suturescope.app.export;

import io.suturescope.app.export.DiffSection.Line;
import io.suturescope.app.export.DiffSection.Side;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import java.util.List;
import java.util.Optional;

/// A difference as one HTML file, side by side, light and dark as the reader's system is. It needs
/// no script and no other file, and text from sources is escaped and spelled out where it would be
/// invisible.
public final class DiffHtml {

  /// More rows are left out, and the file says so.
  public static final int MOST_ROWS = 20_000;

  private static final int LONGEST = 4_000;
  private static final String START =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\
      """;
  private static final String STYLE =
      """
      </title>
      <style>
      :root { color-scheme: light dark; --ink: #1d2129; --paper: #fff; --faint: #5c6470; --rule: #d5d9df;
        --added: #dcf3e1; --removed: #fbe0e0; --changed: #fdf2d0; --moved: #e2e8fb; --word: #f5d27a; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e7ec; --paper: #16181d; --faint: #9aa3b0;
        --rule: #343a44; --added: #143d22; --removed: #4a1d1f; --changed: #43370f; --moved: #222f58; --word: #7a5d12; } }
      body { margin: 1.5rem; color: var(--ink); background: var(--paper); font: 15px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.3rem; } h2 { font-size: 1rem; margin-top: 1.5rem; }
      table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 13px/1.45 ui-monospace, monospace; }
      th { text-align: left; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
      td { padding: 0 .4rem; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
      td.n { color: var(--faint); text-align: right; } col.n { width: 4.5rem; } col.s { width: 1.6rem; }
      .added .r, .added .s { background: var(--added); } .removed .l, .removed .s { background: var(--removed); }
      .changed .l, .changed .r, .changed .s { background: var(--changed); }
      .moved .l, .moved .r, .moved .s { background: var(--moved); }
      mark { color: inherit; background: var(--word); }
      </style>
      </head>
      <body>
      """;

  private final StringBuilder out = new StringBuilder();
  private int rows;
  private int leftOut;

  private DiffHtml() {}

  /// All lines of both sides, with the words that changed marked.
  public static String of(DiffHead head, TextDiff diff) {
    return new DiffHtml().write(head, DiffSection.of(diff), diff.coarse());
  }

  /// All instructions of both sides, one table a code object, then the constants, names, handlers
  /// and flags that differ.
  public static String of(DiffHead head, CodeDiff diff) {
    return new DiffHtml().write(head, DiffSection.of(diff), diff.coarse());
  }

  private String write(DiffHead head, List<DiffSection> sections, Optional<String> coarse) {
    out.append(START.strip()).append(escaped(head.title())).append(STYLE);
    element("h1", head.title());
    head.paragraphs().forEach(text -> element("p", text));
    coarse.ifPresent(text -> element("p", text));
    for (DiffSection section : sections) {
      table(head, section);
    }
    if (leftOut > 0) {
      element("p", "Cut here: " + leftOut + " more rows are not in this file.");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private void table(DiffHead head, DiffSection section) {
    int shown = Math.min(section.lines().size(), MOST_ROWS - rows);
    leftOut += section.lines().size() - shown;
    rows += shown;
    if (shown == 0 && !section.lines().isEmpty()) {
      return;
    }
    if (!section.heading().isEmpty()) {
      element("h2", section.heading());
    }
    out.append("<table>\n<colgroup><col class=\"s\"><col class=\"n\"><col>");
    out.append("<col class=\"n\"><col></colgroup>\n<tr><th></th><th colspan=\"2\">");
    out.append(escaped(head.left())).append("</th><th colspan=\"2\">");
    out.append(escaped(head.right())).append("</th></tr>\n");
    section.lines().subList(0, shown).forEach(this::row);
    out.append("</table>\n");
  }

  private void row(Line line) {
    out.append("<tr class=\"").append(line.change().word()).append("\"><td class=\"s\">");
    out.append(sign(line)).append("</td>");
    side("l", line.left());
    side("r", line.right());
    out.append("</tr>\n");
  }

  private static String sign(Line line) {
    return switch (line.change()) {
      case SAME -> "";
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
      case MOVED -> line.left().isPresent() ? "&lt;" : "&gt;";
    };
  }

  private void side(String name, Optional<Side> side) {
    out.append("<td class=\"n\">").append(escaped(side.map(Side::number).orElse("")));
    out.append("</td><td class=\"").append(name).append("\">");
    side.ifPresent(this::marked);
    out.append("</td>");
  }

  private void marked(Side side) {
    String text = side.text();
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int at = 0;
    for (TextRow.Range word : side.words()) {
      int from = Math.min(word.from(), end);
      int to = Math.min(word.to(), end);
      if (from < to) {
        Spelled.html(out, text, at, from);
        out.append("<mark>");
        Spelled.html(out, text, from, to);
        out.append("</mark>");
        at = to;
      }
    }
    Spelled.html(out, text, at, end);
    if (end < text.length()) {
      out.append(" … ").append(text.length() - end).append(" more characters");
    }
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(escaped(text));
    out.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    Spelled.html(escaped, text, 0, text.length());
    return escaped.toString();
  }
}
