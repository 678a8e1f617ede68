package io.suturescope.model.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Number literals of Python.
final class PythonNumber {
  private static final String DIGITS = "[0-9](?:_?+[0-9])*+";
  private static final String EXPONENT = "(?:[eE][+-]?+" + DIGITS + ")";
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX](?:_?+[0-9a-fA-F])++|0[oO](?:_?+[0-7])++|0[bB](?:_?+[01])++"
              + "|(?:(?:"
              + DIGITS
              + ")?+\\."
              + DIGITS
              + "|"
              + DIGITS
              + "\\.)"
              + EXPONENT
              + "?+[jJ]?+"
              + "|"
              + DIGITS
              + EXPONENT
              + "[jJ]?+|"
              + DIGITS
              + "[jJ]"
              + "|0(?:_?+0)*+(?![0-9_])|[1-9](?:_?+[0-9])*+");
  private static final Pattern WORD_AFTER =
      Pattern.compile("(?:and|else|for|if|in|is|not|or)(?![a-zA-Z0-9_])");

  private PythonNumber() {}

  /// The index behind the number that begins at `from`.
  static int end(String text, int from, int end, int line) {
    Matcher number = NUMBER.matcher(text).region(from, end);
    if (!number.lookingAt()) {
      throw new Malformed(line, "a number is not written as Python wants it");
    }
    int behind = number.end();
    boolean wordFollows =
        behind < end
            && PythonTokens.namePart(text.codePointAt(behind))
            && !WORD_AFTER.matcher(text).region(behind, end).lookingAt();
    if (wordFollows) {
      throw new Malformed(line, "a number runs into a name");
    }
    return behind;
  }
}
