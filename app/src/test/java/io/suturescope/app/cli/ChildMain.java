package io.suturescope.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The command line as a process of its own, for tests.
final class ChildMain {

  private ChildMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLineProgram(new None(), "9.8.7").run(args, Surroundings.ofProcess()));
  }

  private static final class None implements Desktop {
    @Override
    public int open(Path workspace, Clock clock, List<Path> paths) {
      return ExitCode.DONE;
    }

    @Override
    public int pictures(Path out, Path workspace, Clock clock) {
      return ExitCode.DONE;
    }
  }
}
