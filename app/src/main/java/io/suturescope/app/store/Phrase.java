package io.suturescope.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A bare word of a query as a full-text match.
final class Phrase {

  private Phrase() {}

  /// Empty when the text has no letter or digit, so that there is nothing to look up.
  static Optional<String> match(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int star = text.indexOf('*', start);
      int end = star < 0 ? text.length() : star;
      String piece = text.substring(start, end);
      if (piece.codePoints().anyMatch(Phrase::isWordPart)) {
        pieces.add('"' + Words.storable(piece).replace("\"", "\"\"") + "\" *");
      }
      start = end + 1;
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", pieces));
  }

  /// The characters that the word index keeps: letters, digits, private use.
  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.PRIVATE_USE
        || Character.getType(c) == Character.OTHER_NUMBER
        || Character.getType(c) == Character.LETTER_NUMBER;
  }
}
