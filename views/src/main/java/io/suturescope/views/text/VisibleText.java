package io.suturescope.views.text;

/// Makes text from outside safe to show: what would be invisible, break the line or turn the
/// reading direction is spelled out as Python would, such as `\x1b` or `\u202e`.
public final class VisibleText {

  private VisibleText() {}

  /// For a place of one line: line ends are spelled out, too.
  public static String line(String text) {
    return spell(text, false);
  }

  /// For a place of several lines: line ends and tabs stay.
  public static String block(String text) {
    return spell(text, true);
  }

  /// True when some of it is written from right to left. JavaFX 26 fails to wrap such a line, and
  /// then stops drawing the whole window: it has to stay one line.
  public static boolean turns(String text) {
    return io.suturescope.model.digest.VisibleText.rightToLeft(text);
  }

  private static String spell(String text, boolean keepLines) {
    if (text.codePoints().noneMatch(c -> hidden(c, keepLines))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (hidden(c, keepLines)) {
            out.append(spelling(c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static boolean hidden(int c, boolean keepLines) {
    if (keepLines && (c == '\n' || c == '\t')) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Joiners belong to the spelling of several scripts; all else of the kind only hides.
      case Character.FORMAT -> c != 0x200c && c != 0x200d;
      default -> false;
    };
  }

  private static String spelling(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        if (c < 0x100) {
          yield String.format("\\x%02x", c);
        }
        yield c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c);
      }
    };
  }
}
