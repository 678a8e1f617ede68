package io.suturescope.app.cli;

import io.suturescope.app.store.ChainCheck;
import io.suturescope.app.store.CommandJournal;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `suturescope commands verify`.
@Command(
    name = "verify",
    header = "Check that nobody has changed the record of commands.",
    description = {
      "Names the first row that was changed, added or removed. Keep the hash that it prints"
          + " elsewhere: it tells later whether the end was cut off.",
      "",
      "The exit code is 1 when a row does not fit."
    })
final class CommandsVerifyCommand implements Callable<Integer> {

  private final Console console;

  CommandsVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (ControlRoom room = new ControlRoom(console);
        CommandJournal journal = CommandJournal.open(room.journalFile(), Clock.systemUTC())) {
      return switch (journal.check()) {
        case ChainCheck.Whole(long events, String head) -> {
          console.out().write("The record is whole: " + events + " events, hash " + head + "\n");
          yield ExitCode.DONE;
        }
        case ChainCheck.Broken(String row, String reason) -> {
          console.out().write(Visible.line(row + ": " + reason) + "\n");
          yield ExitCode.ATTENTION;
        }
      };
    }
  }
}
