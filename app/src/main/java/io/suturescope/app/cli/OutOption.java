package io.suturescope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--out FILE`, for what is kept or sent rather than read at once.
final class OutOption {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output; a file that is there is kept.")
  private Optional<Path> file = Optional.empty();

  /// @return exit code
  int write(String text, Console console) throws IOException {
    if (file.isEmpty()) {
      console.out().write(text);
      return ExitCode.DONE;
    }
    Path path = file.get();
    if (Files.exists(path)) {
      console.say("There is a file " + Visible.line(path.toString()) + " already.");
      return ExitCode.USAGE;
    }
    Files.writeString(path, text, StandardCharsets.UTF_8);
    return ExitCode.DONE;
  }
}
