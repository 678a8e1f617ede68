package io.suturescope.views.controls;

/// What is known from shadow runs, as it is drawn.
public enum Verdict {
  /// CodeSuture's "justified": the original raised. Says nothing about what the caller gets.
  ORIGINAL_RAISED,
  UNNECESSARY,
  DIVERGENT,
  ERROR,
  NOT_RUN
}
