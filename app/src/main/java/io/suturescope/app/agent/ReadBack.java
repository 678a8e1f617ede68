package io.suturescope.app.agent;

import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.CommandKind;
import io.suturescope.model.control.CommandOutcome;
import io.suturescope.model.control.CommandReport;
import io.suturescope.model.control.PatchReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks again at what a finished command was about, since only what was read back counts as done
/// (control-protocol.md 9.2).
final class ReadBack {

  private static final CommandReport NOTHING =
      new CommandReport("", "", "", "", false, "", List.of(), Map.of());

  private final AgentClient agent;

  ReadBack(AgentClient agent) {
    this.agent = agent;
  }

  CommandOutcome outcome(CommandRecord command) {
    Optional<CommandReport> report =
        command
            .result()
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .flatMap(WireObject::parse)
            .flatMap(Reports::command);
    return switch (command.state()) {
      case DONE -> proof(command, report.orElse(NOTHING));
      case REJECTED -> new CommandOutcome.Rejected(command.problem().orElse(""), note(command));
      case ABANDONED -> new CommandOutcome.Abandoned();
      default -> new CommandOutcome.Failed(command.state(), report, note(command));
    };
  }

  private static String note(CommandRecord command) {
    return command.problem().orElse(command.state().wire());
  }

  private CommandOutcome proof(CommandRecord command, CommandReport report) {
    return command.kind() == CommandKind.DISMISS
        ? dismissed(command, report)
        : patch(command, report);
  }

  private CommandOutcome dismissed(CommandRecord command, CommandReport report) {
    return switch (agent.openAlerts()) {
      case Reply.Told<List<String>>(List<String> open, String _) ->
          open.contains(command.target())
              ? unproven(report, "its alert is still in the agent's list")
              : new CommandOutcome.Done(report, Optional.empty());
      case Reply<List<String>> other ->
          unproven(report, "the alerts could not be read back: " + other.sentence());
    };
  }

  private CommandOutcome patch(CommandRecord command, CommandReport report) {
    return switch (agent.patch(command.target())) {
      case Reply.Told<PatchReport>(PatchReport patch, String _) -> {
        String contradiction = contradiction(command.kind(), patch);
        yield contradiction.isEmpty()
            ? new CommandOutcome.Done(report, Optional.of(patch))
            : new CommandOutcome.Unproven(report, Optional.of(patch), contradiction);
      }
      case Reply.Refused<PatchReport>(Problem problem, String _)
          when problem.type().equals("unknown-patch") && command.kind() != CommandKind.REAPPLY ->
          new CommandOutcome.Done(report, Optional.empty());
      case Reply<PatchReport> other ->
          unproven(report, "the patch could not be read back: " + other.sentence());
    };
  }

  private static CommandOutcome unproven(CommandReport report, String sentence) {
    return new CommandOutcome.Unproven(report, Optional.empty(), sentence);
  }

  /// @return empty when the patch shows what the command should have brought
  private static String contradiction(CommandKind kind, PatchReport patch) {
    return switch (kind) {
      case ROLLBACK ->
          patch.gone() ? "" : "read back, its memory is " + patch.memory() + files(patch);
      case REAPPLY ->
          patch.gone() ? "read back, its memory is " + patch.memory() + files(patch) : "";
      case MARK_FIXED ->
          patch.lifecycle().stream().anyMatch(row -> row.state().equals("fixed"))
              ? ""
              : "read back, no row of its lifecycle is fixed";
      case RELEASE_HOLD -> patch.held() ? "read back, the function is still held" : "";
      case DISMISS -> "";
    };
  }

  private static String files(PatchReport patch) {
    return " and it has " + patch.files().size() + " files";
  }
}
