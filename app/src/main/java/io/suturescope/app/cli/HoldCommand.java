package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.Reply;
import io.suturescope.app.export.JsonOut;
import io.suturescope.model.control.HoldReport;
import io.suturescope.model.control.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `suturescope hold`.
@Command(
    name = "hold",
    header = "List the functions that CodeSuture is kept from patching, or let one go.",
    description = {
      "A rollback sets a hold, so that the next crash does not bring the patch back. With --release"
          + " CodeSuture may patch the function again; --reason is required then.",
      "",
      "The exit code is 1 when an agent could not be asked, or the release is not done."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope hold",
      "  suturescope hold --release shop.cart:Cart.total --reason \"the fix is out\""
    })
final class HoldCommand implements Callable<Integer> {

  @Option(
      names = "--release",
      paramLabel = "PATCH",
      description = "A patch id, or MODULE:QUALNAME when that names one hold only.")
  private Optional<String> release = Optional.empty();

  @Mixin private final OrderOptions order = new OrderOptions();

  private final Console console;
  private final CommonOptions options;

  HoldCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  private record Held(AgentClient agent, HoldReport hold) {

    boolean named(String name) {
      return hold.patchId().equals(name) || function().equals(name);
    }

    String function() {
      return hold.module() + ":" + hold.qualname();
    }
  }

  @Override
  public Integer call() throws Exception {
    if (release.isPresent()) {
      order.check();
    }
    try (ControlRoom room = new ControlRoom(console)) {
      List<AgentClient> agents = order.agents(room);
      if (agents.isEmpty()) {
        return order.agent().isPresent() ? ExitCode.INPUT : ExitCode.DONE;
      }
      List<Held> holds = new ArrayList<>();
      boolean complete = read(agents, holds);
      if (release.isPresent()) {
        return release(room, holds, release.get());
      }
      print(holds, complete);
      return complete ? ExitCode.DONE : ExitCode.ATTENTION;
    }
  }

  private boolean read(List<AgentClient> agents, List<Held> holds) throws Exception {
    List<AgentClient> there = LivePatch.reachable(agents, console);
    boolean complete = there.size() == agents.size();
    for (AgentClient agent : there) {
      Reply<List<HoldReport>> reply = agent.holds();
      if (reply instanceof Reply.Told<List<HoldReport>>(List<HoldReport> list, String _)) {
        list.forEach(hold -> holds.add(new Held(agent, hold)));
      } else {
        complete = false;
        console.say(Visible.line(agent.entry().name() + ": " + reply.sentence() + "."));
      }
    }
    return complete;
  }

  private int release(ControlRoom room, List<Held> holds, String name) throws Exception {
    List<Held> meant = holds.stream().filter(held -> held.named(name)).toList();
    if (meant.size() != 1) {
      console.say(Visible.line(name) + " names " + meant.size() + " holds.");
      meant.forEach(held ->
          console.say(
              Visible.line(
                  "  "
                      + held.hold().patchId()
                      + " "
                      + held.function()
                      + " on "
                      + held.agent().entry().name())));
      return ExitCode.INPUT;
    }
    Held held = meant.getFirst();
    return new OrderFlow(room, console, options, order)
        .run(held.agent(), new Order.ReleaseHold(held.hold().patchId()), held.function());
  }

  private void print(List<Held> holds, boolean complete) throws IOException {
    if (options.json()) {
      for (Held held : holds) {
        json(held);
      }
      return;
    }
    if (holds.isEmpty()) {
      console.say(complete ? "Nothing is held." : "Nothing is held, as far as could be asked.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("AGENT", "FUNCTION", "MODE", "PATCH", "COMMAND"));
    for (Held held : holds) {
      HoldReport hold = held.hold();
      String agent = held.agent().entry().name().text();
      rows.add(List.of(agent, held.function(), hold.mode(), hold.patchId(), hold.commandId()));
    }
    Columns.print(console.out(), rows);
  }

  private void json(Held held) throws IOException {
    try (JsonGenerator json = JsonOut.on(console.out())) {
      json.writeStartObject();
      json.writeStringProperty("agent", held.agent().entry().name().text());
      json.writeStringProperty("patch_id", held.hold().patchId());
      json.writeStringProperty("module", held.hold().module());
      json.writeStringProperty("qualname", held.hold().qualname());
      json.writeStringProperty("mode", held.hold().mode());
      json.writeStringProperty("command", held.hold().commandId());
      json.writeEndObject();
    }
    console.out().write('\n');
  }
}
