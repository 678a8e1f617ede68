package io.suturescope.model.patch;

import java.util.Locale;

/// Where the unpatched code of a function was taken from: the left side of its diff.
public enum OriginalKind {
  /// The `.orig.code` beside the patch.
  ORIG_CODE,
  /// The project's `__pycache__`.
  PYC,
  /// The memory of a running process.
  AGENT,
  /// The patched code with the recognised guard taken out.
  RECONSTRUCTED,
  /// There is no left side.
  NONE;

  /// As cli.md writes it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
