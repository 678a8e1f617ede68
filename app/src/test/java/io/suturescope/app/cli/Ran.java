package io.suturescope.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command that ran in this process, with all that it said.
record Ran(int code, String out, String err, List<String> desktop) {

  /// @param home stands in for the home folder, so that no test touches a real one
  static Ran in(Path home, String... args) {
    return with(Map.of("XDG_DATA_HOME", home.resolve("data").toString()), home, args);
  }

  static Ran with(Map<String, String> environment, Path home, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> calls = new ArrayList<>();
    Surroundings surroundings =
        new Surroundings(environment, "Linux", home, out, err, false, false);
    int code = new CommandLineProgram(new Recorded(calls), "9.8.7").run(args, surroundings);
    return new Ran(
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        List.copyOf(calls));
  }

  /// The same for output that is too much to keep; returns the exit code.
  static int into(Path home, OutputStream out, OutputStream err, String... args) {
    Surroundings surroundings = new Surroundings(Map.of(), "Linux", home, out, err, false, false);
    return new CommandLineProgram(new Recorded(new ArrayList<>()), "9.8.7").run(args, surroundings);
  }

  /// A desktop without a toolkit.
  private record Recorded(List<String> calls) implements Desktop {
    @Override
    public int open(Path workspace, Clock clock, List<Path> paths) {
      calls.add("open " + workspace.getFileName() + " " + paths);
      return 0;
    }

    @Override
    public int pictures(Path out, Path workspace, Clock clock) {
      calls.add("pictures " + out);
      return 0;
    }
  }
}
