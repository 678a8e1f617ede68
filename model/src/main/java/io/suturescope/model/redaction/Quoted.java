package io.suturescope.model.redaction;

import java.util.Optional;

/// A quoted string in a text, as Python, JSON and shells write it, with its quotes escaped any
/// number of times when it stands inside other strings.
///
/// @param from where its content begins
/// @param to where its content ends
/// @param next behind the closing quote
/// @param closed false when the text ends before the string
record Quoted(int from, int to, int next, boolean closed) {

  private static final String BEFORE_OPENING = "([{,:=<>!+|&;/@-";
  private static final String PREFIXES = "bBrRuUfF";

  /// The string that begins here; empty where none does.
  ///
  /// @param begin of the region, before which nothing is looked at
  static Optional<Quoted> at(String text, int at, int begin, int end) {
    int slashes = Chars.backslashes(text, at, end);
    int quote = at + slashes;
    if (quote >= end || !Chars.isQuote(text.charAt(quote)) || !mayOpen(text, at, begin)) {
      return Optional.empty();
    }
    char mark = text.charAt(quote);
    if (isTriple(text, quote, end)) {
      return Optional.empty();
    }
    return closing(text, quote + 1, end, slashes, mark);
  }

  private static boolean isTriple(String text, int quote, int end) {
    char mark = text.charAt(quote);
    return quote + 2 < end && text.charAt(quote + 1) == mark && text.charAt(quote + 2) == mark;
  }

  private static boolean mayOpen(String text, int at, int begin) {
    if (at == begin) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (Character.isWhitespace(before) || BEFORE_OPENING.indexOf(before) >= 0) {
      return true;
    }
    if (Chars.isEscaped(text, at - 1, begin)) {
      return true;
    }
    int start = at;
    while (start > begin && at - start < 2 && PREFIXES.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start < at && (start == begin || !Chars.isWord(text.charAt(start - 1)));
  }

  private static Optional<Quoted> closing(String text, int from, int end, int slashes, char mark) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\n') {
        return Optional.empty();
      }
      if (c == '\\') {
        int run = Chars.backslashes(text, at, end);
        int behind = at + Math.max(1, run);
        // Inside a string that is not escaped itself, two backslashes are one and end nothing.
        if (slashes == 0 && run % 2 == 0) {
          at = behind;
          continue;
        }
        if (run == slashes && behind < end && text.charAt(behind) == mark) {
          return Optional.of(new Quoted(from, at, behind + 1, true));
        }
        at = behind + (run > slashes && behind < end && text.charAt(behind) == mark ? 1 : 0);
      } else if (c == mark && slashes == 0) {
        return Optional.of(new Quoted(from, at, at + 1, true));
      } else {
        at++;
      }
    }
    return Optional.of(new Quoted(from, end, end, false));
  }
}
