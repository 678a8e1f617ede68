package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.Reply;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.CommandKind;
import io.suturescope.model.control.CommandReport;
import io.suturescope.model.control.CommandState;
import io.suturescope.model.control.Order;
import io.suturescope.model.control.PatchReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `suturescope reapply`.
@Command(
    name = "reapply",
    header = "Take a rollback back: the same bytes run again.",
    description = {
      "Names the rollback by its command id, or by its patch: then the last rollback of it that"
          + " this console gave is meant.",
      "",
      "The exit code is 0 when it is done, 1 when it is not or nobody knows, 2 when there is no such"
          + " rollback."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope reapply shop.cart:Cart.total --reason \"it was not the cause\"",
      "  suturescope reapply 0192f3a0-7c1e-7b60-9d5a-3f1e2c4b5a69 --agent web-1 --dry-run"
    })
final class ReapplyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATCH|COMMAND",
      description = "A patch that was rolled back, or the id of the rollback.")
  private String name = "";

  @Mixin private final OrderOptions order = new OrderOptions();

  private final Console console;
  private final CommonOptions options;

  ReapplyCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    order.check();
    try (ControlRoom room = new ControlRoom(console)) {
      Optional<Rollback> rollback =
          name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? byId(room) : byPatch(room);
      return rollback.isEmpty() ? ExitCode.USAGE : reapply(room, rollback.get());
    }
  }

  private record Rollback(AgentClient agent, String id, String patchId) {}

  private int reapply(ControlRoom room, Rollback rollback) throws Exception {
    Reply<PatchReport> now = rollback.agent().patch(rollback.patchId());
    if (!(now instanceof Reply.Told<PatchReport>(PatchReport patch, String _))) {
      console.say(Visible.line(rollback.agent().entry().name() + ": " + now.sentence() + "."));
      return ExitCode.ATTENTION;
    }
    if (!order.expects(patch.etag())) {
      console.say("The patch is no longer the one that you saw; nothing was sent.");
      return ExitCode.ATTENTION;
    }
    Order what = new Order.Reapply(rollback.id(), patch.patchId(), patch.etag());
    return new OrderFlow(room, console, options, order)
        .run(rollback.agent(), what, patch.function());
  }

  private Optional<Rollback> byId(ControlRoom room) throws Exception {
    Optional<CommandRecord> ours = room.journal().find(name);
    if (ours.isPresent()) {
      return room.client(ours.get().agent())
          .map(agent -> new Rollback(agent, name, ours.get().target()));
    }
    List<AgentClient> agents = order.agents(room);
    for (AgentClient agent : LivePatch.reachable(agents, console)) {
      if (agent.commandReport(name)
          instanceof Reply.Told<CommandReport>(CommandReport report, String _)) {
        return Optional.of(new Rollback(agent, name, report.patchId()));
      }
    }
    console.say("No agent that answers knows the command " + name + ".");
    return Optional.empty();
  }

  private Optional<Rollback> byPatch(ControlRoom room) throws Exception {
    Optional<LivePatch> found = LivePatch.find(name, order.agents(room), console).patch();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    AgentClient agent = found.get().agent();
    String patchId = found.get().patch().patchId();
    Optional<CommandRecord> last =
        room.journal().all().reversed().stream()
            .filter(command -> command.kind() == CommandKind.ROLLBACK)
            .filter(command -> command.target().equals(patchId))
            .filter(command -> command.agent().equals(agent.entry().name()))
            .filter(command ->
                command.state() == CommandState.DONE || command.state() == CommandState.PARTIAL)
            .findFirst();
    if (last.isEmpty()) {
      console.say("This console has rolled back no such patch there; give the command id.");
    }
    return last.map(command -> new Rollback(agent, command.id(), patchId));
  }
}
