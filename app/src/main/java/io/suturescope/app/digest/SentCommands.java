package io.suturescope.app.digest;

import io.suturescope.app.store.CommandJournal;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.digest.Digest.Item;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.timeline.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The commands of the record that were given in a period, oldest first.
final class SentCommands {

  private SentCommands() {}

  /// @param journal of the console; nothing is made where there is none
  static List<Item> within(Optional<Path> journal, TimeRange range, Clock clock) {
    if (journal.filter(Files::exists).isEmpty()) {
      return List.of();
    }
    try (CommandJournal opened = CommandJournal.open(journal.get(), clock)) {
      return opened.all().stream()
          .filter(command ->
              !command.createdAt().isBefore(range.start())
                  && command.createdAt().isBefore(range.end()))
          .map(SentCommands::item)
          .toList();
    }
  }

  private static Item item(CommandRecord command) {
    return new Item(
        command.kind().wire() + " " + command.target() + " at " + command.agent().text(),
        command.state().wire()
            + ", by "
            + command.operator()
            + ": "
            + Redaction.masked(command.reason()),
        Optional.of(command.createdAt()));
  }
}
