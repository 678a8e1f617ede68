package io.suturescope.app.store;

import io.suturescope.model.control.CommandState;
import java.time.Instant;
import java.util.Optional;

/// A step of a command from one state to the next, with all that is learnt in it. What is empty
/// stays as it was.
///
/// @param note for people who read the record
public record CommandChange(
    CommandState to,
    String note,
    Optional<String> agentState,
    Optional<String> problem,
    Optional<String> result,
    Optional<Instant> nextTryAt) {

  public static CommandChange to(CommandState state, String note) {
    return new CommandChange(
        state, note, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public CommandChange withProblem(String type) {
    return new CommandChange(to, note, agentState, Optional.of(type), result, nextTryAt);
  }

  /// @param state as the agent spells it
  /// @param report the agent's own, JSON
  public CommandChange withReport(String state, String report) {
    return new CommandChange(to, note, Optional.of(state), problem, Optional.of(report), nextTryAt);
  }

  public CommandChange tryAgainAt(Instant when) {
    return new CommandChange(to, note, agentState, problem, result, Optional.of(when));
  }
}
