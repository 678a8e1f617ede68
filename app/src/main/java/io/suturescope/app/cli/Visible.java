package io.suturescope.app.cli;

/// Text from a source, made safe for a terminal: whatever would move the cursor, hide text or turn
/// its direction around is shown as an escape such as `\x1b` or `\u202e`.
final class Visible {

  private static final String HEX = "0123456789abcdef";

  private Visible() {}

  /// On one line: line ends and tabs are escaped as well.
  static String line(String text) {
    return escape(text, false);
  }

  /// Line feeds and tabs stay.
  static String lines(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean keepLines) {
    int first = 0;
    while (first < text.length() && plain(text, first, keepLines)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (plain(text, i, keepLines)) {
        out.append(text.charAt(i));
      } else {
        append(out, text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean plain(String text, int at, boolean keepLines) {
    char c = text.charAt(at);
    if (c < 0x20) {
      return keepLines && (c == '\n' || c == '\t');
    }
    if (c < 0x7f) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append(c < 0x100 ? "\\x" : "\\u");
        for (int shift = c < 0x100 ? 4 : 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt((c >> shift) & 0xf));
        }
      }
    }
  }
}
