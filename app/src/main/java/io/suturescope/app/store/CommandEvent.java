package io.suturescope.app.store;

import io.suturescope.model.control.CommandState;
import java.time.Instant;
import java.util.Optional;

/// One link of the record of all commands: a command changed its state.
///
/// @param number from 1, without gaps
/// @param from empty for the first of a command
/// @param hash SHA-256 over the hash before it and everything that this event says, lower-case hex
public record CommandEvent(
    long number,
    String commandId,
    Instant at,
    Optional<CommandState> from,
    CommandState to,
    String note,
    String hash) {}
