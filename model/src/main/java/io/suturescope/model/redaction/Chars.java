package io.suturescope.model.redaction;

/// Small questions about a place in a text.
final class Chars {

  /// More backslashes than a quotation of a quotation of a quotation needs.
  private static final int MOST_BACKSLASHES = 15;

  private Chars() {}

  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  static boolean isOpening(char c) {
    return c == '(' || c == '[' || c == '{';
  }

  static boolean isClosing(char c) {
    return c == ')' || c == ']' || c == '}';
  }

  /// Length of the run of backslashes that begins here; more than 15 count as none.
  static int backslashes(String text, int at, int to) {
    int end = at;
    while (end < to && end - at <= MOST_BACKSLASHES && text.charAt(end) == '\\') {
      end++;
    }
    return end - at > MOST_BACKSLASHES ? 0 : end - at;
  }

  /// Whether a letter is the second half of an escape such as `\n`.
  static boolean isEscaped(String text, int at, int from) {
    return at > from && text.charAt(at - 1) == '\\' && "nrtbf".indexOf(text.charAt(at)) >= 0;
  }

  /// Whether a line ends here, written out or as `\n`; at the end of a region as well.
  static boolean isLineEnd(String text, int at, int to) {
    if (at >= to) {
      return true;
    }
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      return true;
    }
    int letter = at + backslashes(text, at, to);
    return letter > at && letter < to && "nr".indexOf(text.charAt(letter)) >= 0;
  }

  /// The next place that is no blank.
  static int skipBlanks(String text, int at, int to) {
    int end = at;
    while (end < to && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  /// The next place that is no blank and no line end.
  static int skipSpace(String text, int at, int to) {
    int end = at;
    while (end < to && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
