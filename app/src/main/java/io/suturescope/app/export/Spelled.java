package io.suturescope.app.export;

/// Text from a source, made safe for files and terminals: what would be invisible, move the cursor
/// or turn the reading direction is spelled out, such as `\x1b` or `\u202e`. Tabs stay.
final class Spelled {

  private Spelled() {}

  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    append(out, text, 0, text.length(), false);
    return out.toString();
  }

  /// Spelled out, and escaped for HTML.
  static void html(StringBuilder out, String text, int from, int to) {
    append(out, text, from, to, true);
  }

  private static void append(StringBuilder out, String text, int from, int to, boolean html) {
    for (int at = from; at < to; ) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (character != '\t' && isHidden(character)) {
        out.append(spelling(character));
      } else if (html) {
        escape(out, character);
      } else {
        out.appendCodePoint(character);
      }
      at = next;
    }
  }

  private static void escape(StringBuilder out, int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(character);
    }
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static String spelling(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> {
        if (character < 0x100) {
          yield String.format("\\x%02x", character);
        }
        yield character > 0xffff
            ? String.format("\\U%08x", character)
            : String.format("\\u%04x", character);
      }
    };
  }
}
