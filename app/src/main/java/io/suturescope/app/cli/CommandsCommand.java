package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.store.CommandChange;
import io.suturescope.app.store.CommandJournal;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.CommandState;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `suturescope commands`: the record of all commands.
@Command(
    name = "commands",
    header = "List all commands that were given, and ask about those whose outcome is not known.",
    description = {
      "Every command and every step of it is written down before it happens, and tied to the one"
          + " before by a hash. What was sent and never answered is asked about first; it is sent"
          + " again only when its agent has signed that it never came.",
      "",
      "The exit code is 1 when the outcome of a command is not known."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope commands",
      "  suturescope commands --export commands.jsonl",
      "  suturescope commands verify"
    })
final class CommandsCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write every step of every command to a new file, one JSON object a line.")
  private Optional<Path> export = Optional.empty();

  @Option(names = "--offline", description = "Ask no agent; print what is written down.")
  private boolean offline;

  private final Console console;
  private final CommonOptions options;

  CommandsCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    try (ControlRoom room = new ControlRoom(console)) {
      CommandJournal journal = room.journal();
      if (!offline) {
        settle(room, journal);
      }
      if (export.isPresent()) {
        return export(journal, export.get());
      }
      List<CommandRecord> all = journal.all();
      CommandsText text = new CommandsText(console.out(), options.zone());
      if (options.json()) {
        text.json(all);
      } else if (all.isEmpty()) {
        console.say("No command was given yet.");
      } else {
        text.table(all);
      }
      boolean open = all.stream().anyMatch(command -> !command.state().finished());
      return open ? ExitCode.ATTENTION : ExitCode.DONE;
    }
  }

  private void settle(ControlRoom room, CommandJournal journal) throws Exception {
    Instant now = Clock.systemUTC().instant();
    for (CommandRecord command : journal.unfinished()) {
      if (command.state() == CommandState.QUEUED) {
        if (command.createdAt().plus(FORGOTTEN).isBefore(now)) {
          journal.move(
              command,
              CommandChange.to(CommandState.ABANDONED, "the console ended before it was sent"));
        }
      } else {
        Optional<AgentClient> agent = room.client(command.agent());
        if (agent.isPresent()) {
          room.runner().run(agent.get(), command.id(), PATIENCE);
        }
      }
    }
  }

  private int export(CommandJournal journal, Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE))) {
      new CommandsText(out, options.zone()).export(journal);
    } catch (IOException e) {
      console.say(Visible.line(file + ": it cannot be written, or is there already"));
      return ExitCode.INPUT;
    }
    return ExitCode.DONE;
  }
}
