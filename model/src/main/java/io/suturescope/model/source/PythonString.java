package io.suturescope.model.source;

import java.util.List;
import java.util.Locale;

/// A string literal of Python, read with everything inside it.
///
/// @param end index behind its last quote
record PythonString(int end, int endLine, boolean bytes) {

  private static final List<String> PREFIXES =
      List.of("r", "u", "b", "br", "rb", "f", "fr", "rf", "t", "tr", "rt");

  static boolean isPrefix(String text, int from, int to) {
    return to - from <= 2 && PREFIXES.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  /// Reads the string whose prefix or quote is at `from`.
  static PythonString read(String text, int from, int end, int line, PythonNesting nesting) {
    int quoteAt = from;
    while (text.charAt(quoteAt) != '"' && text.charAt(quoteAt) != '\'') {
      quoteAt++;
    }
    String prefix = text.substring(from, quoteAt).toLowerCase(Locale.ROOT);
    String quote = text.substring(quoteAt, quoteAt + 1);
    if (quoteAt + 3 <= end && text.startsWith(quote.repeat(3), quoteAt)) {
      quote = quote.repeat(3);
    }
    boolean bytes = prefix.contains("b");
    if (prefix.contains("f") || prefix.contains("t")) {
      PythonTemplate template =
          new PythonTemplate(
              text, quoteAt + quote.length(), end, line, quote, prefix.contains("r"), nesting);
      return template.read();
    }
    return plain(text, quoteAt + quote.length(), end, line, quote, bytes);
  }

  private static PythonString plain(
      String text, int from, int end, int firstLine, String quote, boolean bytes) {
    int line = firstLine;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += at + 2 < end && text.charAt(at + 1) == '\r' && text.charAt(at + 2) == '\n' ? 2 : 1;
        line += at < end && PythonTokens.isNewline(text.charAt(at)) ? 1 : 0;
      } else if (PythonTokens.isNewline(c)) {
        if (quote.length() == 1) {
          break;
        }
        line += endsLine(text, at, end) ? 1 : 0;
      } else if (text.startsWith(quote, at) && at + quote.length() <= end) {
        return new PythonString(at + quote.length(), line, bytes);
      } else if (bytes && c >= 0x80) {
        throw new Malformed(line, "a bytes literal has a character that is not ASCII");
      }
    }
    throw unended(firstLine);
  }

  static Malformed unended(int line) {
    return new Malformed(line, "a string is not ended");
  }

  /// True at the last character of a line end: a CR before LF is not.
  static boolean endsLine(String text, int at, int end) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && !(at + 1 < end && text.charAt(at + 1) == '\n'));
  }
}
