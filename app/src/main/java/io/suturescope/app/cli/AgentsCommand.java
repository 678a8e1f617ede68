package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.AgentEntry;
import io.suturescope.app.agent.Reply;
import io.suturescope.app.agent.Unfit;
import io.suturescope.model.control.AgentReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;

/// `suturescope agents`: the agents that are enrolled, and whether they answer.
@Command(
    name = "agents",
    header = "List the enrolled agents and whether they answer; enrol, add, remove and watch them.",
    description = {
      "An agent is one running process with CodeSuture and the bridge in it. All are asked at the"
          + " same time; one that has not answered after two seconds is shown as not reachable.",
      "",
      "The exit code is 1 when an agent does not answer, or does not prove who it is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope agents enrol web-1 --host 127.0.0.1 --port 9181 --out web-1.json",
      "  suturescope agents",
      "  suturescope agents --json | jq -r 'select(.state != \"reachable\") | .agent'"
    })
final class AgentsCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Console console;
  private final CommonOptions options;

  AgentsCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  /// An agent with what it said; the reason stands in for a reply where none could be asked for.
  record Asked(
      AgentEntry entry, Optional<Reply<AgentReport>> reply, String reason, long offsetSeconds) {

    String state() {
      return reply
          .map(each ->
              switch (each) {
                case Reply.Told<AgentReport> _ -> "reachable";
                case Reply.Refused<AgentReport> _ -> "refused";
                case Reply.Stranger<AgentReport> _ -> "stranger";
                case Reply.NoAnswer<AgentReport> _ -> "unreachable";
              })
          .orElse("unusable");
    }

    Optional<AgentReport> report() {
      return reply.isPresent()
              && reply.get() instanceof Reply.Told<AgentReport>(AgentReport report, String _)
          ? Optional.of(report)
          : Optional.empty();
    }
  }

  @Override
  public Integer call() throws Exception {
    try (ControlRoom room = new ControlRoom(console)) {
      List<Asked> asked = ask(room);
      AgentsText text = new AgentsText(console.out(), options.clock());
      if (options.json()) {
        text.json(asked);
      } else if (asked.isEmpty()) {
        console.say("No agent is enrolled yet: suturescope agents enrol NAME, or agents add FILE.");
      } else {
        text.table(asked);
      }
      boolean all = asked.stream().allMatch(each -> each.report().isPresent());
      return all ? ExitCode.DONE : ExitCode.ATTENTION;
    }
  }

  private static List<Asked> ask(ControlRoom room) throws Exception {
    List<CompletableFuture<Asked>> waiting = new ArrayList<>();
    for (AgentEntry entry : room.book().entries()) {
      waiting.add(ask(room, entry));
    }
    List<Asked> asked = new ArrayList<>();
    for (CompletableFuture<Asked> each : waiting) {
      asked.add(each.get());
    }
    return asked;
  }

  private static CompletableFuture<Asked> ask(ControlRoom room, AgentEntry entry) {
    try {
      AgentClient client = room.clientOf(entry);
      return client
          .agentWithin(LIMIT)
          .thenApply(reply ->
              new Asked(entry, Optional.of(reply), reply.sentence(), client.offsetSeconds()));
    } catch (Unfit e) {
      return CompletableFuture.completedFuture(new Asked(entry, Optional.empty(), e.sentence(), 0));
    }
  }
}
