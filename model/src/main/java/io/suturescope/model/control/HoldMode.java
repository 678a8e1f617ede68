package io.suturescope.model.control;

import java.util.Locale;

/// How long CodeSuture is kept from patching a function again (control-protocol.md 8.5).
public enum HoldMode {
  UNTIL_SOURCE_CHANGE,
  UNTIL_RESTART,
  NONE;

  /// As the protocol spells it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return wire();
  }
}
