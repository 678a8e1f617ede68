package io.suturescope.model.source;

/// Ends the reading of a text that is not Python; never leaves the package.
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String reason;

  Malformed(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
    this.reason = reason;
  }

  PythonProblem problem() {
    return new PythonProblem(line, reason);
  }
}
