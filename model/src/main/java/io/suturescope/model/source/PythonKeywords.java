package io.suturescope.model.source;

import java.util.Set;

/// The reserved words of Python 3.8 to 3.14; the soft ones, such as `match`, are names.
public final class PythonKeywords {

  private static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  /// The keywords that stand inside of expressions only, or are values.
  private static final Set<String> IN_EXPRESSIONS =
      Set.of("False", "None", "True", "and", "as", "await", "in", "is", "lambda", "not", "or");

  private PythonKeywords() {}

  public static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /// True for a keyword that can begin a statement which is no bare expression.
  static boolean beginsStatement(String word) {
    return isKeyword(word) && !IN_EXPRESSIONS.contains(word);
  }
}
