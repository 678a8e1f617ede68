package io.suturescope.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `suturescope agents`: the agents that are enrolled, and whether they answer.
@Command(
    name = "agents",
    header = "List the enrolled agents and whether they answer; enrol, add, remove and watch them.")
final class AgentsCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return ExitCode.DONE;
  }
}
