package io.suturescope.model.redaction;

/// Judges by the look of a stretch of text whether somebody made it up or a machine drew it.
final class Looks {

  private static final int SECRET_LENGTH = 16;
  private static final int HEX_LENGTH = 32;
  private static final int LONGEST = 4_096;

  private Looks() {}

  /// Whether it can hardly be anything but a key: 16 characters or more with letters and digits, no
  /// blank, and no path, number or short hash. What is too long to be looked at counts as one.
  static boolean secret(String text, int from, int to) {
    int length = to - from;
    if (length < SECRET_LENGTH || length > LONGEST) {
      return length > LONGEST;
    }
    int digits = 0;
    int letters = 0;
    int hex = 0;
    int slashes = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c <= ' ' || c == '(' || c == '[' || c == '{') {
        return false;
      }
      digits += Chars.isDigit(c) ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
      hex += isHex(c) ? 1 : 0;
      slashes += c == '/' || c == '\\' ? 1 : 0;
    }
    boolean path = slashes > 2 || text.charAt(from) == '/' || text.charAt(from) == '.';
    return digits > 1
        && letters > 1
        && !path
        && !text.startsWith("0x", from)
        && (hex < length || length >= HEX_LENGTH);
  }

  /// Whether it may be a word that was told as a password: six characters or more, and not a plain
  /// word.
  static boolean password(String text, int from, int to) {
    int digits = 0;
    int letters = 0;
    int marks = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      digits += Chars.isDigit(c) ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
      marks += "!@#$%^&*+=~?".indexOf(c) >= 0 ? 1 : 0;
    }
    boolean address = text.startsWith("0x", from);
    return to - from > 5 && !address && ((digits > 0 && letters > 0) || (marks > 0 && letters > 0));
  }

  /// Whether letters of both cases and digits are mixed the way an encoder mixes them.
  static boolean random(String text, int from, int to) {
    int changes = 0;
    int[] kinds = new int[4];
    int before = -1;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      int kind =
          Chars.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isLetter(c) ? 2 : 3;
      kinds[kind]++;
      changes += kind != before ? 1 : 0;
      before = kind;
    }
    int length = to - from;
    return kinds[0] > 2
        && kinds[1] > 3
        && kinds[2] > 3
        && changes * 3 > length
        && kinds[3] * 8 < length;
  }

  static boolean isHex(char c) {
    return Chars.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
