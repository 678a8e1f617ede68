package io.suturescope.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that stand before or behind any command (cli.md).
final class CommonOptions {

  private static final ZoneId UTC = ZoneId.of("UTC");

  @Option(
      names = "--workspace",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Workspace file (default: default.suturescope in your data folder).")
  private Optional<Path> workspace = Optional.empty();

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      scope = ScopeType.INHERIT,
      description = "Take this moment for now, such as 2026-11-20T09:00:00Z.")
  private Optional<Instant> now = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      scope = ScopeType.INHERIT,
      description =
          "Time zone of days, hours and shown times, such as Europe/Vienna (default: UTC).")
  private Optional<ZoneId> zone = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON; the same as --format json where there are formats.")
  private boolean json;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "Print without colours; so does a set NO_COLOR.")
  private boolean noColor;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No progress and no remarks, only results and errors.")
  private boolean quiet;

  /// Options that end a command before it begins, so that nobody asks for their values.
  static void informing(CommandSpec root) {
    root.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .scopeType(ScopeType.INHERIT)
            .description("Show this help and do nothing.")
            .build());
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .type(boolean.class)
            .scopeType(ScopeType.INHERIT)
            .description("Show the version and do nothing.")
            .build());
  }

  Path workspace(Surroundings surroundings) {
    return workspace.orElseGet(surroundings::defaultWorkspace).toAbsolutePath();
  }

  ZoneId zone() {
    return zone.orElse(UTC);
  }

  /// Stands still when `--now` was given.
  Clock clock() {
    return now.map(instant -> Clock.fixed(instant, zone())).orElseGet(() -> Clock.system(zone()));
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean colour(Surroundings surroundings) {
    return !noColor
        && surroundings.outIsTerminal()
        && surroundings.variable("NO_COLOR").isEmpty()
        && !surroundings.variable("TERM").equals(Optional.of("dumb"));
  }
}
