package io.suturescope.app.store;

import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.CommandKind;
import io.suturescope.model.control.CommandState;
import java.time.Instant;
import java.util.Optional;

/// A command as the journal has it (control-protocol.md 9.1).
///
/// @param id the UUID that names it at both ends
/// @param instance the agent's life that it is for
/// @param body sent unchanged in every attempt; its bytes are its UTF-8
/// @param bodySha256 lower-case hex
/// @param target id of the patch or incident
/// @param agentState as the agent spelled it when it was last heard
/// @param problem type of the agent's problem, or what went wrong on the way
/// @param result the agent's last report, JSON
/// @param attempts how often it was sent
/// @param nextTryAt when it is to be sent or asked about again
public record CommandRecord(
    String id,
    AgentName agent,
    String instance,
    CommandKind kind,
    String body,
    String bodySha256,
    String target,
    String operator,
    String reason,
    CommandState state,
    Optional<String> agentState,
    Optional<String> problem,
    Optional<String> result,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<Instant> ackedAt,
    Optional<Instant> finishedAt,
    int attempts,
    Optional<Instant> nextTryAt) {}
