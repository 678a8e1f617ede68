package io.suturescope.model.control;

import java.util.Optional;

/// What came of a command.
public sealed interface CommandOutcome {

  /// Done, and read back: the agent's record says so and its object shows it.
  ///
  /// @param patch as read back; empty when the agent no longer knows it, or for none
  record Done(CommandReport report, Optional<PatchReport> patch) implements CommandOutcome {}

  /// The agent says that it is done, but what was read back does not show it, or could not be read.
  record Unproven(CommandReport report, Optional<PatchReport> patch, String sentence)
      implements CommandOutcome {}

  /// The agent ran it and it failed or stopped half way.
  record Failed(CommandState state, Optional<CommandReport> report, String sentence)
      implements CommandOutcome {}

  /// The agent signed that it will not do it; nothing was changed.
  ///
  /// @param problem the agent's type of problem, such as `patch-changed`
  record Rejected(String problem, String sentence) implements CommandOutcome {}

  /// Outcome not known: neither success nor failure.
  record Unknown(CommandState state, String sentence) implements CommandOutcome {}

  /// Withdrawn before anything was sent.
  record Abandoned() implements CommandOutcome {}
}
