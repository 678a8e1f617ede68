package io.suturescope.model.incident;

import java.util.Locale;
import java.util.Optional;

/// What CodeSuture says it did about a crash (codesuture.md 3, field `status`).
public enum IncidentStatus {
  PATCHED,
  REPLAYED,
  REWOUND,
  FALLBACK,
  SKIPPED,
  PERSISTED,
  EXPIRED,
  FIXED,
  UNKNOWN;

  /// Reads the value of a log field; anything but the eight lower-case words is UNKNOWN.
  public static IncidentStatus ofRecorded(String text) {
    for (IncidentStatus status : values()) {
      if (status != UNKNOWN && status.word().equals(text)) {
        return status;
      }
    }
    return UNKNOWN;
  }

  /// Reads what a person typed, in any case.
  public static Optional<IncidentStatus> ofTyped(String text) {
    for (IncidentStatus status : values()) {
      if (status.word().equals(text.toLowerCase(Locale.ROOT))) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /// The word as the log writes it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
