package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.EventStream;
import io.suturescope.app.export.JsonOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `suturescope agents watch`: what an agent tells of itself, as it happens.
@Command(
    name = "watch",
    header = "Print an agent's events until you interrupt it.",
    description = {
      "Events are hints: nothing is done because one says so. After a break the connection is made"
          + " again, and events that were missed are asked for."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope agents watch web-1",
      "  suturescope agents watch web-1 --json | jq 'select(.event == \"verdict\")'"
    })
final class AgentsWatchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "An enrolled agent.")
  private String name = "";

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = "Begin behind this event, as an earlier run has printed it.")
  private Optional<String> after = Optional.empty();

  private final Console console;
  private final CommonOptions options;
  private final CancelOnSignal signal;

  AgentsWatchCommand(Console console, CommonOptions options, CancelOnSignal signal) {
    this.console = console;
    this.options = options;
    this.signal = signal;
  }

  @Override
  public Integer call() throws Exception {
    try (ControlRoom room = new ControlRoom(console)) {
      List<AgentClient> clients = room.clients(Optional.of(name));
      if (clients.isEmpty()) {
        return ExitCode.INPUT;
      }
      try (EventStream stream =
          new EventStream(clients.getFirst(), after, new Printed(), Thread::sleep)) {
        signal.onSignal(stream::close);
        stream.follow();
      }
      return ExitCode.CANCELLED;
    }
  }

  private final class Printed implements EventStream.Listener {

    @Override
    public void connected() {
      if (!options.quiet()) {
        console.say("Connected to " + name + ".");
      }
    }

    @Override
    public void event(Optional<String> id, String kind, String json) {
      try {
        if (options.json()) {
          print(id, kind, json);
        } else {
          console.out().write(Visible.line(kind + "  " + json) + "\n");
        }
        console.out().flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void print(Optional<String> id, String kind, String data) throws IOException {
      try (JsonGenerator json = JsonOut.on(console.out())) {
        json.writeStartObject();
        AgentsText.text(json, "id", id);
        json.writeStringProperty("event", kind);
        json.writeName("data");
        JsonOut.recorded(json, data);
        json.writeEndObject();
      }
      console.out().write('\n');
    }

    @Override
    public void lost(String reason, Duration wait) {
      console.say(Visible.line(reason + "; again in " + wait.toSeconds() + " s"));
    }
  }
}
