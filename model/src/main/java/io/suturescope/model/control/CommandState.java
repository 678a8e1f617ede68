package io.suturescope.model.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a command is, as the console knows it (control-protocol.md 9.2).
public enum CommandState {
  /// Written down, not yet sent.
  QUEUED,
  /// Written down as sent before the first byte left.
  SENT,
  /// The agent has signed that it has the command.
  ACKNOWLEDGED,
  /// Asked for and read back: it is done.
  DONE,
  FAILED,
  /// Memory is original, but a later step failed.
  PARTIAL,
  /// The agent signed that it will not do it.
  REJECTED,
  /// Nobody knows whether it arrived; it is asked about.
  UNKNOWN,
  /// Withdrawn before it was sent.
  ABANDONED;

  /// As the journal spells it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// True when nothing more will come of it.
  public boolean finished() {
    return switch (this) {
      case DONE, FAILED, PARTIAL, REJECTED, ABANDONED -> true;
      case QUEUED, SENT, ACKNOWLEDGED, UNKNOWN -> false;
    };
  }

  public static Optional<CommandState> of(String wire) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
  }
}
