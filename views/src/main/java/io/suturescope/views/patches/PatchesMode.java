package io.suturescope.views.patches;

import java.util.Locale;
import java.util.Optional;

/// How the patches are looked at.
public enum PatchesMode {
  BOARD,
  MACHINE,
  TABLE,
  CALENDAR,
  ANOMALIES;

  /// Names the mode in settings and picture files.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PatchesMode> of(String id) {
    for (PatchesMode mode : values()) {
      if (mode.id().equals(id)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
