package io.suturescope.model.control;

import java.util.Arrays;
import java.util.Optional;

/// What can be ordered (control-protocol.md 7.3).
public enum CommandKind {
  ROLLBACK("rollback", "rollback"),
  REAPPLY("reapply", "reapply"),
  MARK_FIXED("mark-fixed", "mark-fixed"),
  DISMISS("dismiss", "dismiss"),
  RELEASE_HOLD("release-hold", "hold");

  private final String wire;
  private final String capability;

  CommandKind(String wire, String capability) {
    this.wire = wire;
    this.capability = capability;
  }

  /// As the protocol spells it.
  public String wire() {
    return wire;
  }

  /// What an agent must be capable of before this may be sent (7.1).
  public String capability() {
    return capability;
  }

  public static Optional<CommandKind> of(String wire) {
    return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
  }
}
