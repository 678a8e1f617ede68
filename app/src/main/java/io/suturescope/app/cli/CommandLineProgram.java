package io.suturescope.app.cli;

import io.suturescope.app.store.StoreFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/// The whole command line: arguments in, exit code out (cli.md). The one entry for Main and for
/// tests.
public final class CommandLineProgram {

  private static final int HELP_WIDTH = 100;

  private final Desktop desktop;
  private final String version;

  /// @param version as `--version` says it
  public CommandLineProgram(Desktop desktop, String version) {
    this.desktop = desktop;
    this.version = version;
  }

  /// Runs one command. SIGINT while it runs ends the process with exit code 5, once what was begun
  /// is taken back.
  ///
  /// @return exit code, see {@link ExitCode}
  public int run(String[] args, Surroundings surroundings) {
    Console console = new Console(surroundings);
    try (CancelOnSignal signal = CancelOnSignal.engage()) {
      CommandLine command = build(console, signal);
      int code = flushed(console, command.execute(QueryArgument.protect(args, command)));
      signal.ended(code);
      return code;
    }
  }

  private CommandLine build(Console console, CancelOnSignal signal) {
    CommonOptions options = new CommonOptions();
    CommandLine command =
        new CommandLine(new SuturescopeCommand(console, options, desktop, signal));
    CommonOptions.informing(command.getCommandSpec());
    command.addSubcommand(new ImportCommand(console, options, signal));
    command.addSubcommand(new IncidentsCommand(console, options));
    command.addSubcommand(new PatchesCommand(console, options));
    command.addSubcommand(new TimelineCommand(console, options));
    command.addSubcommand(new DigestCommand(console, options));
    command.addSubcommand(new MetricsCommand(console, options));
    command.addSubcommand(new VerifyCommand(console, options, signal));
    command.addSubcommand(new ExplainCommand(console, options));
    command.addSubcommand(new DiffCommand(console, options));
    command.addSubcommand(new PostMortemCommand(console, options));
    command.addSubcommand(new DisCommand(console, options));
    command.addSubcommand(new PicturesCommand(console, options, desktop, signal));
    addControlChannel(command, console, options, signal);
    for (CommandLine each : withSubcommands(command)) {
      UsageMessageSpec usage = each.getCommandSpec().usageMessage();
      usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
      usage
          .synopsisHeading("%nUsage: ")
          .synopsisSubcommandLabel("[COMMAND]")
          .width(HELP_WIDTH)
          .sortOptions(false);
      each.getCommandSpec().version("suturescope " + version);
    }
    command
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(console.out()))
        .setErr(new PrintWriter(console.err()))
        .setParameterExceptionHandler((wrong, args) -> wrongUsage(console, wrong))
        .setExecutionExceptionHandler((failure, where, result) -> failed(console, failure));
    command.getSubcommands().values().stream()
        .filter(QueryArgument::takesQuery)
        .forEach(QueryArgument::prepare);
    return command;
  }

  private static void addControlChannel(
      CommandLine command, Console console, CommonOptions options, CancelOnSignal signal) {
    CommandLine agents = new CommandLine(new AgentsCommand(console, options));
    agents.addSubcommand(new AgentsAddCommand(console));
    agents.addSubcommand(new AgentsEnrolCommand(console));
    agents.addSubcommand(new AgentsRemoveCommand(console));
    agents.addSubcommand(new AgentsPullCommand(console, options, signal));
    agents.addSubcommand(new AgentsWatchCommand(console, options, signal));
    agents.addSubcommand(new ConformCommand(console));
    command.addSubcommand(agents);
    command.addSubcommand(new RollbackCommand(console, options));
    command.addSubcommand(new ReapplyCommand(console, options));
    command.addSubcommand(new MarkFixedCommand(console, options));
    command.addSubcommand(new DismissCommand(console, options));
    command.addSubcommand(new HoldCommand(console, options));
    CommandLine commands = new CommandLine(new CommandsCommand(console, options));
    commands.addSubcommand(new CommandsVerifyCommand(console));
    command.addSubcommand(commands);
  }

  private static List<CommandLine> withSubcommands(CommandLine command) {
    List<CommandLine> all = new ArrayList<>();
    command.getSubcommands().values().forEach(each -> all.addAll(withSubcommands(each)));
    all.add(command);
    return all;
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "done");
    codes.put(
        "1",
        "done, but something needs attention: problems, an invalid signature, a command not done");
    codes.put("2", "wrong usage, or a query that cannot be understood");
    codes.put("3", "an input cannot be read, or nothing in it is known");
    codes.put("4", "the workspace cannot be used");
    codes.put("5", "cancelled");
    return codes;
  }

  private static int wrongUsage(Console console, ParameterException wrong) {
    console.say(Visible.lines(String.valueOf(wrong.getMessage())));
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    console.say("Try " + name + " --help");
    return ExitCode.USAGE;
  }

  private static int failed(Console console, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ParameterException wrong -> {
          return wrongUsage(console, wrong);
        }
        case CancellationException cancelled -> {
          console.say("Cancelled.");
          return ExitCode.CANCELLED;
        }
        case StoreFailure broken -> {
          console.say("The workspace cannot be used: " + broken.getMessage());
          return ExitCode.WORKSPACE;
        }
        case IOException unwritten -> {
          return unwritten(console, unwritten);
        }
        default -> {}
      }
    }
    console.say("This should not have happened: " + failure);
    return ExitCode.ATTENTION;
  }

  private static int flushed(Console console, int code) {
    try {
      console.flush();
      return code;
    } catch (IOException e) {
      // A command that failed to write has said so already.
      return code == ExitCode.DONE ? unwritten(console, e) : code;
    }
  }

  /// A reader that has seen enough, such as `head`, is no failure.
  private static int unwritten(Console console, IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("pipe") || message.contains("Pipe")) {
      return ExitCode.DONE;
    }
    console.say("The output cannot be written: " + message);
    return ExitCode.ATTENTION;
  }
}
