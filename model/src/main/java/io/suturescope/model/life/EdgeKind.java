package io.suturescope.model.life;

import java.util.Locale;

/// How a step from one state to another is to be taken (codesuture.md 5).
public enum EdgeKind {
  /// In the diagram of CodeSuture's README.
  DOCUMENTED,
  /// CodeSuture 1.1.0 or its library examples make it.
  USUAL,
  /// Not made by 1.1.0; drawn apart, no alarm.
  ODD,
  /// Cannot come about: into detected, from or to an unknown state.
  ALARM;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
