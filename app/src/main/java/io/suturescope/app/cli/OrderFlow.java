package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.CommandRunner;
import io.suturescope.app.agent.OrderJson;
import io.suturescope.app.agent.Reply;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.AgentReport;
import io.suturescope.model.control.CommandOutcome;
import io.suturescope.model.control.Order;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.Preview;
import java.io.IOException;
import java.util.function.Function;

/// From an order to what came of it: preview, print, write down, send, ask, read back.
final class OrderFlow {

  private final ControlRoom room;
  private final Console console;
  private final CommonOptions options;
  private final OrderOptions order;

  OrderFlow(ControlRoom room, Console console, CommonOptions options, OrderOptions order) {
    this.room = room;
    this.console = console;
    this.options = options;
    this.order = order;
  }

  /// The whole way of an order about one patch.
  ///
  /// @param name as the operator has written it
  /// @return exit code
  static int ofPatch(
      String name,
      OrderOptions order,
      Console console,
      CommonOptions options,
      Function<PatchReport, Order> what)
      throws Exception {
    order.check();
    try (ControlRoom room = new ControlRoom(console)) {
      LivePatch.Found found = LivePatch.find(name, order.agents(room), console);
      if (found.patch().isEmpty()) {
        return found.code();
      }
      PatchReport patch = found.patch().get().patch();
      if (!order.expects(patch.etag())) {
        console.say("The patch is no longer the one that you saw; nothing was sent.");
        return ExitCode.ATTENTION;
      }
      return new OrderFlow(room, console, options, order)
          .run(found.patch().get().agent(), what.apply(patch), patch.function());
    }
  }

  /// @param about what it is about, for people
  /// @return exit code
  int run(AgentClient agent, Order what, String about) throws Exception {
    Reply<AgentReport> reply = agent.agent();
    if (!(reply instanceof Reply.Told<AgentReport>(AgentReport report, String instance))) {
      return notDone(agent, reply.sentence());
    }
    if (!report.capabilities().contains(what.kind().capability())) {
      return notDone(agent, "the agent cannot do this: " + what.kind().wire());
    }
    if (!report.role().equals("operator")) {
      return notDone(agent, "your key there may only read");
    }
    Reply<Preview> asked = agent.preview(OrderJson.body(what, order.operator(), order.reason()));
    if (!(asked instanceof Reply.Told<Preview>(Preview preview, String _))) {
      return notDone(agent, asked.sentence());
    }
    OrderText text =
        new OrderText(console.out(), agent.entry().name(), what, about, options.json());
    if (order.dryRun()) {
      text.preview(preview);
      return ExitCode.DONE;
    }
    if (!options.json()) {
      text.preview(preview);
      console.out().flush();
    }
    CommandRunner runner = room.runner();
    CommandRecord queued = runner.queue(agent, instance, what, order.operator(), order.reason());
    CommandOutcome outcome = runner.run(agent, queued.id(), order.patience());
    text.outcome(queued.id(), preview, outcome);
    return outcome instanceof CommandOutcome.Done ? ExitCode.DONE : ExitCode.ATTENTION;
  }

  private int notDone(AgentClient agent, String why) throws IOException {
    console.say(Visible.line(agent.entry().name() + ": " + why + "."));
    console.say("Nothing was sent.");
    return ExitCode.ATTENTION;
  }
}
