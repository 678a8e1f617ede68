package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentBook;
import io.suturescope.app.agent.AgentClient;
import io.suturescope.app.agent.AgentEntry;
import io.suturescope.app.agent.AgentNetwork;
import io.suturescope.app.agent.CommandRunner;
import io.suturescope.app.agent.Unfit;
import io.suturescope.app.secrets.SecretStores;
import io.suturescope.app.store.ChainCheck;
import io.suturescope.app.store.CommandJournal;
import io.suturescope.model.control.AgentName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that the commands of the control channel share: the enrolled agents, their secrets, the
/// network and the journal, in the folder of the user's workspaces.
final class ControlRoom implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Console console;
  private final Path folder;
  private final SecretStores stores;
  private final AgentBook book;
  private final AgentNetwork network = new AgentNetwork(Clock.systemUTC(), PATIENCE);
  private Optional<CommandJournal> journal = Optional.empty();

  ControlRoom(Console console) {
    this.console = console;
    this.folder = console.surroundings().dataFolder().toAbsolutePath();
    this.stores = new SecretStores(folder.resolve("secrets"), ControlRoom::passPhrase);
    this.book = new AgentBook(folder, stores);
  }

  private static Optional<char[]> passPhrase() {
    return Optional.ofNullable(System.console())
        .filter(java.io.Console::isTerminal)
        .flatMap(
            terminal -> Optional.ofNullable(terminal.readPassword("Pass phrase of the secrets: ")));
  }

  AgentBook book() {
    return book;
  }

  SecretStores stores() {
    return stores;
  }

  /// A client, or nothing after the console has said why.
  Optional<AgentClient> client(AgentEntry entry) {
    try {
      return Optional.of(clientOf(entry));
    } catch (Unfit e) {
      console.say(Visible.line(entry.name() + ": " + e.sentence() + "."));
      return Optional.empty();
    }
  }

  AgentClient clientOf(AgentEntry entry) throws Unfit {
    return book.client(network, entry);
  }

  /// The named agent, or all of them.
  ///
  /// @return empty after the console has said why
  List<AgentEntry> entries(Optional<String> agent) throws IOException {
    List<AgentEntry> all = book.entries();
    if (all.isEmpty()) {
      console.say("No agent is enrolled yet: suturescope agents enrol NAME, or agents add FILE.");
      return List.of();
    }
    List<AgentEntry> meant =
        all.stream()
            .filter(entry -> agent.isEmpty() || entry.name().text().equals(agent.get()))
            .toList();
    if (meant.isEmpty()) {
      String names = String.join(", ", all.stream().map(e -> e.name().text()).toList());
      console.say(Visible.line("There is no agent " + agent.orElse("") + ". There are: " + names));
    }
    return meant;
  }

  List<AgentClient> clients(Optional<String> agent) throws IOException {
    List<AgentClient> clients = new ArrayList<>();
    for (AgentEntry entry : entries(agent)) {
      client(entry).ifPresent(clients::add);
    }
    return clients;
  }

  Optional<AgentClient> client(AgentName name) throws IOException {
    return book.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .flatMap(this::client);
  }

  /// The journal; at its opening the record is checked, and what a lost program had sent becomes
  /// unknown.
  CommandJournal journal() {
    if (journal.isEmpty()) {
      CommandJournal opened = CommandJournal.open(journalFile(), Clock.systemUTC());
      journal = Optional.of(opened);
      if (opened.check() instanceof ChainCheck.Broken(String row, String reason)) {
        console.say(
            "The record of commands was changed from outside: " + row + ": " + reason + ".");
      }
      opened.recover();
    }
    return journal.get();
  }

  Path journalFile() {
    return console.surroundings().commandJournal().toAbsolutePath();
  }

  CommandRunner runner() {
    return new CommandRunner(journal(), Clock.systemUTC(), Thread::sleep);
  }

  @Override
  public void close() {
    network.close();
    journal.ifPresent(CommandJournal::close);
  }
}
