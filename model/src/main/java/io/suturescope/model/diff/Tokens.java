package io.suturescope.model.diff;

import java.util.ArrayList;
import java.util.List;

/// Cuts text into words (identifiers and numbers), runs of spaces, and single symbols. A character
/// of two surrogates is never cut.
final class Tokens {

  private static final int ASCII = 128;

  private Tokens() {}

  /// The tokens of the text from `from` to `to`, in order and without gaps.
  static List<String> of(String text, int from, int to) {
    List<String> tokens = new ArrayList<>();
    int start = from;
    for (int at = from + 1; at <= to; at++) {
      if (at == to || !joined(text, at)) {
        tokens.add(text.substring(start, at));
        start = at;
      }
    }
    return tokens;
  }

  /// True when the characters before and at this place belong to one token.
  static boolean joined(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    char last = text.charAt(at - 1);
    char next = text.charAt(at);
    if (last < ASCII && next < ASCII) {
      return (isAsciiWord(last) && isAsciiWord(next))
          || (Character.isWhitespace(last) && Character.isWhitespace(next));
    }
    if (Character.isSurrogatePair(last, next)) {
      return true;
    }
    int before = text.codePointBefore(at);
    int behind = text.codePointAt(at);
    return (isWord(before) && isWord(behind))
        || (Character.isWhitespace(before) && Character.isWhitespace(behind));
  }

  private static boolean isAsciiWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private static boolean isWord(int character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }
}
