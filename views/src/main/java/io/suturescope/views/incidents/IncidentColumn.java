package io.suturescope.views.incidents;

import java.util.Locale;

/// The columns of the stream.
public enum IncidentColumn {
  SEVERITY,
  FUNCTION,
  EXCEPTION,
  CRASHES,
  TREND,
  STATE,
  SHADOW,
  TTL;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
