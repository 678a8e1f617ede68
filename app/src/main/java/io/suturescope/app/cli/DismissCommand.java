package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.Reply;
import io.suturescope.model.control.Order;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `suturescope dismiss`.
@Command(
    name = "dismiss",
    header = "Take an alert out of its agent's open list.",
    description = {
      "No patch, no lifecycle and no incident is changed.",
      "",
      "The exit code is 0 when it is done, 1 when it is not or nobody knows, 3 when no agent has"
          + " such an alert."
    },
    footerHeading = "%nExamples:%n",
    footer = "  suturescope dismiss 4f2a81c09d3e --reason \"known, ticket 812\"")
final class DismissCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "Id of an incident: 12 hex digits.")
  private String incident = "";

  @Mixin private final OrderOptions order = new OrderOptions();

  private final Console console;
  private final CommonOptions options;

  DismissCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    order.check();
    if (!incident.matches("[0-9a-f]{12}")) {
      throw order.wrong("The id of an incident is 12 hex digits.");
    }
    try (ControlRoom room = new ControlRoom(console)) {
      Optional<AgentClient> agent = agent(order.agents(room));
      return agent.isEmpty()
          ? ExitCode.INPUT
          : new OrderFlow(room, console, options, order)
              .run(agent.get(), new Order.Dismiss(incident), "alert " + incident);
    }
  }

  /// The named agent, the only one, or the only one in whose open list the alert stands.
  private Optional<AgentClient> agent(List<AgentClient> agents) throws Exception {
    if (agents.size() == 1) {
      return Optional.of(agents.getFirst());
    }
    List<AgentClient> having =
        LivePatch.reachable(agents, console).stream()
            .filter(agent ->
                agent.openAlerts() instanceof Reply.Told<List<String>>(List<String> open, String _)
                    && open.contains(incident))
            .toList();
    if (having.size() != 1) {
      console.say(having.size() + " agents have this alert in their open list; give --agent.");
      return Optional.empty();
    }
    return Optional.of(having.getFirst());
  }
}
