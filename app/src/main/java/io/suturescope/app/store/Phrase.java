package io.suturescope.app.store;

import java.util.regex.Matcher;

/// A bare word of a query: found anywhere in a text, ignoring case; `*` in it stands for any
/// characters.
final class Phrase {

  /// SQLite refuses patterns of more than 50,000 bytes.
  private static final int LONGEST = 10_000;

  /// What LIKE compares as we do: it knows upper and lower case of ASCII only.
  private static final java.util.regex.Pattern RUN =
      java.util.regex.Pattern.compile("[\\x01-\\x7f&&[^*]]{1," + LONGEST + "}");

  private final String pattern;
  private final String run;
  private final boolean exact;

  private Phrase(String storable) {
    pattern = "*" + storable + "*";
    String longest = "";
    Matcher runs = RUN.matcher(storable);
    while (runs.find()) {
      longest = runs.group().length() > longest.length() ? runs.group() : longest;
    }
    run = longest;
    exact = storable.replace("*", "").length() == run.length();
  }

  static Phrase of(String text) {
    return new Phrase(Words.storable(text));
  }

  /// A LIKE pattern, with `\` as escape, that every match satisfies. It has one piece only: with
  /// more of them, LIKE may take forever on a long text.
  String like() {
    return "%" + run.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /// True when all that satisfies {@link #like} matches.
  boolean likeIsExact() {
    return exact;
  }

  boolean matches(String storedText) {
    return Pattern.matches(pattern, storedText);
  }
}
