package io.suturescope.model.digest;

/// Makes text of a source safe to stand in a line of a document.
public final class VisibleText {

  private static final String HEX = "0123456789abcdef";

  private VisibleText() {}

  /// On one line, with nothing hidden: line ends, control characters, signs that turn the direction
  /// of writing around and lone surrogates become escapes such as `\n` and `\u202e`.
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (plain(c)) {
        out.appendCodePoint(c);
      } else {
        escape(out, c);
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }

  /// True when it holds letters that are written from right to left, which would carry the text
  /// around them along.
  public static boolean rightToLeft(String text) {
    return text.codePoints()
        .anyMatch(c ->
            switch (Character.getDirectionality(c)) {
              case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                  Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                  Character.DIRECTIONALITY_ARABIC_NUMBER ->
                  true;
              default -> false;
            });
  }

  private static boolean plain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        out.append(c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U");
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
          out.append(HEX.charAt((c >> shift) & 0xf));
        }
      }
    }
  }
}
