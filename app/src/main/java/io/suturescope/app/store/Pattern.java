package io.suturescope.app.store;

/// Names against what was typed: `*` stands for anything, the rest must be equal ignoring case.
final class Pattern {

  private Pattern() {}

  static boolean matches(String pattern, String name) {
    return matches(Words.folded(pattern), 0, Words.folded(name), 0);
  }

  /// Goes back only to the last `*`, so that no pattern takes long.
  private static boolean matches(String pattern, int p, String name, int n) {
    int patternAt = p;
    int nameAt = n;
    int star = -1;
    int starName = 0;
    while (nameAt < name.length()) {
      if (patternAt < pattern.length() && pattern.charAt(patternAt) == '*') {
        star = patternAt++;
        starName = nameAt;
      } else if (patternAt < pattern.length() && pattern.charAt(patternAt) == name.charAt(nameAt)) {
        patternAt++;
        nameAt++;
      } else if (star >= 0) {
        patternAt = star + 1;
        nameAt = ++starName;
      } else {
        return false;
      }
    }
    while (patternAt < pattern.length() && pattern.charAt(patternAt) == '*') {
      patternAt++;
    }
    return patternAt == pattern.length();
  }
}
