package io.suturescope.model.verdict;

/// What the two sides of a divergent comparison returned, as Python's `repr` wrote it.
public sealed interface Returned {

  /// Both values, told apart.
  record Both(String original, String patched) implements Returned {}

  /// The values cannot be told apart, because one of them holds the words between them.
  record Unsplit(String text) implements Returned {}
}
