package io.suturescope.app.cli;

import io.suturescope.model.control.AgentName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `suturescope agents remove`.
@Command(
    name = "remove",
    header = "Forget an agent and its key.",
    description = {
      "The agent itself is not told: take the key out of its enrolment file as well. The record of"
          + " its commands stays."
    })
final class AgentsRemoveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "An enrolled agent.")
  private String name = "";

  private final Console console;

  AgentsRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (ControlRoom room = new ControlRoom(console)) {
      if (AgentName.isName(name) && room.book().remove(new AgentName(name))) {
        console.out().write(name + " is forgotten.\n");
        return ExitCode.DONE;
      }
      console.say(Visible.line("There is no agent " + name + "."));
      return ExitCode.INPUT;
    }
  }
}
