package io.suturescope.model.source;

import java.util.Optional;

/// Whether a text parses as Python: brackets, strings and f-strings with everything in them, line
/// continuation, indentation and blocks, expressions, statements and what can be assigned to.
///
/// It accepts whatever any Python from 3.8 to 3.14 parses, so it accepts more than each of them.
/// Not covered: patterns of `case`, escapes in strings, `return` or `yield` outside a function,
/// `break` outside a loop, names declared twice, anything else that only the compiler refuses, and
/// whether the text does anything sensible.
public final class PythonSyntax {
  /// Characters above which a text is not looked at.
  public static final int LENGTH_LIMIT = 2 << 20;

  private PythonSyntax() {}

  /// Why Python would refuse the text; empty when it would not, as far as is covered, or when it is
  /// longer than {@link #LENGTH_LIMIT}. Reads any text.
  public static Optional<PythonProblem> problem(String text) {
    if (text.length() > LENGTH_LIMIT) {
      return Optional.empty();
    }
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    try {
      PythonGrammar.checkFile(PythonTokens.ofFile(text.substring(start)));
      return Optional.empty();
    } catch (Malformed malformed) {
      return Optional.of(malformed.problem());
    }
  }
}
