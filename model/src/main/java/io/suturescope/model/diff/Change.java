package io.suturescope.model.diff;

import java.util.Locale;

/// What became of a line or an instruction.
public enum Change {
  SAME,
  ADDED,
  REMOVED,
  /// Another one in the same place.
  CHANGED,
  /// The same one in another place.
  MOVED;

  /// As `diff --format json` writes it (cli.md).
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
