package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of every command that orders something.
final class OrderOptions {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_OPERATOR = 64;

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      description = "The agent, where more than one may be meant.")
  private Optional<String> agent = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Only ask the agent what it would do, and print that; nothing is changed.")
  private boolean dryRun;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why: 1 to 500 characters, kept at both ends. Required unless --dry-run.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description = "Who orders it, at most 64 characters (default: your user name).")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = "--expect",
      paramLabel = "ETAG",
      description = "Do it only if the patch is still the one that a --dry-run has shown.")
  private Optional<String> expect = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long to wait for the outcome (default: 30).")
  private int wait;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /// Refuses what no agent would take, before anybody is asked.
  void check() {
    if (reason.isEmpty() && !dryRun) {
      throw wrong("--reason TEXT is required: it is kept at both ends (or --dry-run).");
    }
    int length = reason().codePointCount(0, reason().length());
    if (length < 1 || length > LONGEST_REASON || reason().isBlank()) {
      throw wrong("--reason is 1 to 500 characters.");
    }
    int name = operator().codePointCount(0, operator().length());
    if (name < 1 || name > LONGEST_OPERATOR) {
      throw wrong("--operator is 1 to 64 characters.");
    }
    if (wait < 0 || wait > 86_400) {
      throw wrong("--wait is 0 to 86400 seconds.");
    }
  }

  /// Wrong usage of the command that has these options.
  ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  List<AgentClient> agents(ControlRoom room) throws IOException {
    return room.clients(agent);
  }

  Optional<String> agent() {
    return agent;
  }

  boolean dryRun() {
    return dryRun;
  }

  String reason() {
    return reason.orElse("preview");
  }

  String operator() {
    return operator.orElse(System.getProperty("user.name", "unknown"));
  }

  Duration patience() {
    return Duration.ofSeconds(wait);
  }

  /// True when the patch is the one that the operator saw, or nobody said which.
  boolean expects(String etag) {
    return expect.isEmpty() || expect.get().equals(etag);
  }
}
