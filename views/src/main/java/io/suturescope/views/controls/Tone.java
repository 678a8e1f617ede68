package io.suturescope.views.controls;

import io.suturescope.model.incident.Severity;
import java.util.Locale;

/// A role of colour; the token sheets say which colour that is.
public enum Tone {
  NEUTRAL,
  ACCENT,
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  UNNECESSARY,
  DIVERGENT,
  OK;

  public static Tone of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
      case UNKNOWN -> NEUTRAL;
    };
  }

  /// The style class that carries the colour, such as `tone-critical`.
  public String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
