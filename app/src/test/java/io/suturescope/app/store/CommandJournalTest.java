package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.CommandKind;
import io.suturescope.model.control.CommandState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The journal of control-protocol.md 9.1 on a real file.
class CommandJournalTest {

  @TempDir Path folder;

  private Path file;
  private CommandJournal journal;

  @BeforeEach
  void open() {
    file = folder.resolve("commands.sqlite");
    journal = CommandJournal.open(file, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  static CommandJournal.Draft draft(int n) {
    return new CommandJournal.Draft(
        new UUID(0, n).toString(),
        new AgentName("web-1"),
        "i",
        CommandKind.ROLLBACK,
        "{\"n\":" + n + "}",
        "p_1",
        "dana",
        "why");
  }

  private CommandRecord sent(int n) {
    CommandRecord queued = journal.add(draft(n));
    assertThat(journal.move(queued, CommandChange.to(CommandState.SENT, ""))).isTrue();
    return journal.find(queued.id()).orElseThrow();
  }

  private void tamper(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String broken() {
    return journal.check() instanceof ChainCheck.Broken(String row, String _) ? row : "";
  }

  @Test
  void whatWasSentIsUnknownAfterAStart() {
    CommandRecord command = sent(1);
    journal.close();
    journal = CommandJournal.open(file, Clock.systemUTC());
    assertThat(journal.recover()).isEqualTo(1);
    assertThat(journal.find(command.id()).orElseThrow().state()).isEqualTo(CommandState.UNKNOWN);
    assertThat(journal.find(command.id()).orElseThrow().body()).isEqualTo("{\"n\":1}");
  }

  @Test
  void onlyOneOfTwoProgramsMovesACommand() {
    CommandRecord command = sent(1);
    try (CommandJournal other = CommandJournal.open(file, Clock.systemUTC())) {
      assertThat(other.move(command, CommandChange.to(CommandState.UNKNOWN, "slow"))).isTrue();
    }
    assertThat(journal.move(command, CommandChange.to(CommandState.ACKNOWLEDGED, ""))).isFalse();
    assertThat(journal.events(command.id())).hasSize(3);
    assertThat(journal.check()).isInstanceOf(ChainCheck.Whole.class);
  }

  @Test
  void everyChangeFromOutsideIsNamed() throws Exception {
    sent(1);
    sent(2);
    assertThat(journal.check()).isInstanceOf(ChainCheck.Whole.class);
    tamper("UPDATE command_event SET note = 'x' WHERE id = 2");
    assertThat(broken()).isEqualTo("command_event 2");
    tamper("UPDATE command_event SET note = '' WHERE id = 2");
    assertThat(broken()).isEmpty();
    tamper("UPDATE command SET operator = 'eve' WHERE id LIKE '%1'");
    assertThat(broken()).startsWith("command 0000");
    tamper("UPDATE command SET operator = 'dana', state = 'done' WHERE id LIKE '%1'");
    assertThat(broken()).startsWith("command 0000");
    tamper("UPDATE command SET state = 'sent' WHERE id LIKE '%1'");
    assertThat(broken()).isEmpty();
    tamper("DELETE FROM command_event WHERE id = 3");
    assertThat(broken()).isEqualTo("command_event 3");
  }

  @Test
  void removedCommandIsNamed() throws Exception {
    sent(1);
    tamper("DELETE FROM command");
    assertThat(broken()).isEqualTo("command " + new UUID(0, 1));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseCanReadIt() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /// The child may not make its files larger: what a full disk looks like from inside.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fullDiskWritesNothingAndSaysSo() throws Exception {
    journal.close();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process child =
        new ProcessBuilder(
                "bash",
                "-c",
                "trap '' XFSZ; ulimit -f 3072; exec \"$@\"",
                "-",
                java,
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes());
    assertThat(said).contains("refused: The command journal or its disk failed");
    journal = CommandJournal.open(file, Clock.systemUTC());
    assertThat(journal.check()).isInstanceOf(ChainCheck.Whole.class);
    String written =
        said.lines().filter(line -> line.startsWith("written ")).findFirst().orElse("");
    int count = Integer.parseInt(written.substring("written ".length()));
    assertThat(journal.all()).hasSizeGreaterThan(10).hasSize(count);
  }

  /// Writes until nothing more fits.
  static final class FullDisk {

    private FullDisk() {}

    public static void main(String[] args) {
      int n = 0;
      try (CommandJournal journal = CommandJournal.open(Path.of(args[0]), Clock.systemUTC())) {
        while (n < 2_000) {
          CommandJournal.Draft draft = draft(n);
          journal.add(
              new CommandJournal.Draft(
                  draft.id(),
                  draft.agent(),
                  draft.instance(),
                  draft.kind(),
                  "x".repeat(1 << 15),
                  draft.target(),
                  draft.operator(),
                  draft.reason()));
          n++;
        }
      } catch (StoreFailure full) {
        System.out.println("written " + n);
        System.out.println("refused: " + full.getMessage());
      }
      System.exit(0);
    }
  }

  @Test
  void unknownCommandIsNotThere() {
    assertThat(journal.find("x")).isEqualTo(Optional.empty());
    assertThatThrownBy(
            () -> {
              journal.add(draft(1));
              journal.add(draft(1));
            })
        .isInstanceOf(StoreFailure.class);
    assertThat(journal.all()).hasSize(1);
  }
}
