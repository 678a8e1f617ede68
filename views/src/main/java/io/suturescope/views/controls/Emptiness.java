package io.suturescope.views.controls;

/// Why a screen has nothing to show.
public enum Emptiness {
  NOT_EMPTY,
  /// The workspace holds no source yet.
  NOTHING_IMPORTED,
  /// There is data, and the query leaves nothing of it.
  NOTHING_MATCHES
}
