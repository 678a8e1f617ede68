package io.suturescope.model.incident;

import java.util.Optional;

/// How bad CodeSuture judged an incident to be (codesuture.md 4), worst first.
///
/// {@link #UNKNOWN} stands for every value that is not one of the four, in whatever spelling it was
/// recorded; the recorded text itself is kept in {@link Incident#asRecorded}.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  UNKNOWN;

  /// Reads the value of a log field. Exact spelling only: CodeSuture itself drops anything else.
  public static Severity ofRecorded(String text) {
    return switch (text) {
      case "CRITICAL" -> CRITICAL;
      case "HIGH" -> HIGH;
      case "MEDIUM" -> MEDIUM;
      case "LOW" -> LOW;
      default -> UNKNOWN;
    };
  }

  /// Reads what a person typed, in any case.
  public static Optional<Severity> ofTyped(String text) {
    for (Severity severity : values()) {
      if (severity.name().equalsIgnoreCase(text)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /// The one letter that stands on a badge.
  public String letter() {
    return this == UNKNOWN ? "?" : name().substring(0, 1);
  }
}
