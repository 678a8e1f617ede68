package io.suturescope.app.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of every command that lists rows.
final class ListOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: table).")
  private Optional<ListFormat> format = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Print at most so many.")
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--redact",
      description = "Mask secrets in JSON and CSV too. Tables and Markdown always are masked.")
  private boolean redact;

  ListFormat format(CommandLine command, CommonOptions options) {
    return Formats.choose(command, options, format, ListFormat.TABLE, ListFormat.JSON);
  }

  /// Not below 0; as many as there are when none is given.
  long limit(CommandLine command) {
    if (limit.isPresent() && limit.get() < 0) {
      throw new ParameterException(command, "--limit cannot be below 0.");
    }
    return limit.orElse(Long.MAX_VALUE);
  }

  boolean redact() {
    return redact;
  }
}
