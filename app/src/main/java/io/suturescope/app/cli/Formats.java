package io.suturescope.app.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// `--json` is `--format json` where a command has formats (cli.md).
final class Formats {

  private Formats() {}

  static <F extends Enum<F>> F choose(
      CommandLine command, CommonOptions options, Optional<F> given, F usual, F json) {
    if (!options.json()) {
      return given.orElse(usual);
    }
    if (given.isPresent() && given.get() != json) {
      throw new ParameterException(
          command, "--json and --format " + given.get() + " exclude each other.");
    }
    return json;
  }
}
