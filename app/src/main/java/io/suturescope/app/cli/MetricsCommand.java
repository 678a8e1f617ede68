package io.suturescope.app.cli;

import io.suturescope.app.store.Metrics;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `suturescope metrics`: the numbers of `codesuture metrics`, for the whole workspace.
@Command(
    name = "metrics",
    header = "Print the numbers of codesuture metrics for the workspace.",
    description = {
      "Prints the numbers that codesuture metrics prints, for everything in the workspace. They"
          + " count log lines, verification copies included, so they are higher than crash counts.",
      "openmetrics names the same numbers so that no total is counted twice with its parts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope metrics > /var/lib/node_exporter/codesuture.prom",
      "  suturescope metrics --format openmetrics",
      "  suturescope metrics --json | jq .codesuture_ttl_expiring_soon"
    })
final class MetricsCommand implements Callable<Integer> {

  enum Format {
    PROMETHEUS,
    OPENMETRICS,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: prometheus).")
  private Optional<Format> format = Optional.empty();

  private final Console console;
  private final CommonOptions options;

  MetricsCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    Format chosen =
        Formats.choose(spec.commandLine(), options, format, Format.PROMETHEUS, Format.JSON);
    return new Workspace(console, options)
        .reading(store -> {
          Metrics metrics = store.reading().metrics(OptionalLong.empty());
          switch (chosen) {
            case PROMETHEUS -> MetricsText.prometheus(metrics, console.out());
            case OPENMETRICS -> OpenMetricsText.write(metrics, console.out());
            case JSON -> MetricsText.json(metrics, console.out());
          }
          return ExitCode.DONE;
        });
  }
}
