package io.suturescope.model.alert;

import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Optional;

/// What is sent for one crash.
///
/// @param severity that the alert says, after escalation
/// @param escalated true when the function had crashed often enough
/// @param webhookAt when a message goes out
/// @param fileAt when a file is written
/// @param why what became of it
public record AlertOutcome(
    Severity severity,
    boolean escalated,
    Optional<Instant> webhookAt,
    Optional<Instant> fileAt,
    Why why) {

  public enum Why {
    /// At once, by file or webhook.
    SENT,
    /// HIGH without `file`: waits in memory, then is written as a file after all, if the process
    /// lives that long.
    FILE_LATER,
    /// Goes to the digest, or to channels that are switched off.
    NOT_ROUTED,
    /// `escalate_to` is no severity: neither alerts nor lifecycle updates for this function any
    /// more.
    SILENCED,
    /// The ASGI middleware sends nothing.
    MIDDLEWARE,
    /// `[alerts]` is switched off.
    OFF
  }

  /// True when anybody is told.
  public boolean sent() {
    return webhookAt.isPresent() || fileAt.isPresent();
  }

  /// When the first message goes out.
  public Optional<Instant> at() {
    return webhookAt.or(() -> fileAt);
  }
}
