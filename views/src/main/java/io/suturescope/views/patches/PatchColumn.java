package io.suturescope.views.patches;

import java.util.Locale;
import java.util.Optional;

/// What the table says of a patch, and what it can be sorted by.
public enum PatchColumn {
  SEVERITY,
  FUNCTION,
  GUARD,
  RECORDED,
  EFFECTIVE,
  TTL,
  SHADOW,
  SIGNATURE,
  CRASHES,
  LAST,
  PYTHON;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PatchColumn> of(String key) {
    for (PatchColumn column : values()) {
      if (column.key().equals(key)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
