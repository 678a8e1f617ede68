package io.suturescope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/// `suturescope`: without a command it opens the window.
@Command(
    name = "suturescope",
    header = "The morning-after console for self-healing code.",
    description = {
      "Shows what CodeSuture caught, what its patches do, and what needs a decision.",
      "",
      "Without a command the window opens, and PATH is imported into it. With a command no display"
          + " is needed."
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope /srv/shop",
      "  suturescope import /srv/shop",
      "  suturescope incidents 'severity:>=high since:2d'",
      "  suturescope incidents --help"
    })
final class SuturescopeCommand implements Callable<Integer> {

  private static final int SAME_START = 3;

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders, files or archives to open in the window.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private final CommonOptions options;

  private final Console console;
  private final Desktop desktop;
  private final CancelOnSignal signal;

  SuturescopeCommand(
      Console console, CommonOptions options, Desktop desktop, CancelOnSignal signal) {
    this.console = console;
    this.options = options;
    this.desktop = desktop;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    for (Path path : paths) {
      if (Files.notExists(path)) {
        console.say(
            "There is no file or folder " + Visible.line(path.toString()) + "." + meant(path));
        return ExitCode.INPUT;
      }
    }
    List<Path> absolute = paths.stream().map(Path::toAbsolutePath).toList();
    // The UI toolkit ends on a signal in its own way.
    signal.close();
    return desktop.open(options.workspace(console.surroundings()), options.clock(), absolute);
  }

  private String meant(Path path) {
    String typed = path.toString();
    Optional<String> command =
        spec.subcommands().keySet().stream()
            .filter(name -> typed.length() >= SAME_START)
            .filter(name -> name.startsWith(typed.substring(0, SAME_START)))
            .findFirst();
    return command.map(name -> " Did you mean the command " + name + "?").orElse("");
  }
}
