package io.suturescope.app.store;

import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.CommandKind;
import io.suturescope.model.control.CommandState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every command that was ever given, and every step of it (control-protocol.md 9.1): one SQLite
/// file for all workspaces, so that an import never delays a command.
///
/// A change is on the disk when its method returns. Several programs may use one journal at a time.
/// Rows are never deleted. All methods throw {@link StoreFailure} when the file or its disk fails;
/// then nothing was written.
public final class CommandJournal implements AutoCloseable {

  private static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS command (
        id TEXT PRIMARY KEY, agent_id TEXT NOT NULL, instance TEXT NOT NULL, kind TEXT NOT NULL,
        body BLOB NOT NULL, body_sha256 TEXT NOT NULL, target TEXT NOT NULL, operator TEXT NOT NULL,
        reason TEXT NOT NULL, state TEXT NOT NULL, agent_state TEXT, problem TEXT, result BLOB,
        created_at INTEGER NOT NULL, sent_at INTEGER, acked_at INTEGER, finished_at INTEGER,
        attempts INTEGER NOT NULL DEFAULT 0, next_try_at INTEGER,
        CHECK (state IN ('queued','sent','acknowledged','done','failed','partial','rejected',
          'unknown','abandoned')))
      """;

  private static final String EVENTS =
      """
      CREATE TABLE IF NOT EXISTS command_event (
        id INTEGER PRIMARY KEY, command_id TEXT NOT NULL REFERENCES command(id),
        at INTEGER NOT NULL, from_state TEXT, to_state TEXT NOT NULL, note TEXT,
        agent_state TEXT, problem TEXT, result_sha256 TEXT, command_sha256 TEXT NOT NULL,
        previous TEXT NOT NULL, hash TEXT NOT NULL)
      """;

  private static final String INSERT =
      "INSERT INTO command (id, agent_id, instance, kind, body, body_sha256, target, operator,"
          + " reason, state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)";

  private static final String UPDATE =
      "UPDATE command SET state = ?, agent_state = coalesce(?, agent_state),"
          + " problem = coalesce(?, problem), result = coalesce(?, result), next_try_at = ?,"
          + " attempts = attempts + ?, sent_at = coalesce(sent_at, ?),"
          + " acked_at = coalesce(acked_at, ?), finished_at = coalesce(finished_at, ?)"
          + " WHERE id = ? AND state = ?";

  private final Db db;
  private final Clock clock;

  private CommandJournal(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// What an order is before it becomes a row.
  ///
  /// @param body UTF-8 of what is sent
  public record Draft(
      String id,
      AgentName agent,
      String instance,
      CommandKind kind,
      String body,
      String target,
      String operator,
      String reason) {}

  private interface Work<T> {
    T run() throws SQLException;
  }

  /// Opens the journal, or makes an empty one that only this user can read.
  public static CommandJournal open(Path file, Clock clock) {
    try {
      make(file);
      Db db = Db.durable(file);
      db.execute(TABLES);
      db.execute(EVENTS);
      return new CommandJournal(db, clock);
    } catch (IOException e) {
      throw new StoreFailure("The command journal " + file + " cannot be made.", e);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (FileAlreadyExistsException there) {
      // It is from an earlier start.
    }
  }

  private static StoreFailure failure(SQLException e) {
    return new StoreFailure(
        "The command journal or its disk failed (" + e.getMessage() + "); nothing was written.", e);
  }

  /// Writes a command down, as `queued`.
  public synchronized CommandRecord add(Draft draft) {
    byte[] body = draft.body().getBytes(StandardCharsets.UTF_8);
    return inTransaction(() -> {
      long now = clock.millis();
      db.update(
          INSERT,
          draft.id(),
          draft.agent().text(),
          draft.instance(),
          draft.kind().wire(),
          body,
          CommandChain.sha256(body),
          draft.target(),
          draft.operator(),
          draft.reason(),
          now);
      event(draft.id(), Optional.empty(), CommandState.QUEUED, "", now);
      return read(draft.id()).orElseThrow();
    });
  }

  /// Moves a command on; an attempt to send is counted when it becomes `sent` and has nothing to
  /// wait for.
  ///
  /// @return false when it is no longer in that state, because another program was faster
  public synchronized boolean move(CommandRecord command, CommandChange change) {
    return inTransaction(() -> {
      long now = clock.millis();
      CommandState to = change.to();
      int changed =
          db.update(
              UPDATE,
              to.wire(),
              orNull(change.agentState()),
              orNull(change.problem()),
              orNull(change.result().map(text -> text.getBytes(StandardCharsets.UTF_8))),
              orNull(change.nextTryAt().map(Instant::toEpochMilli)),
              to == CommandState.SENT && change.nextTryAt().isEmpty() ? 1 : 0,
              to == CommandState.SENT ? now : null,
              to == CommandState.ACKNOWLEDGED ? now : null,
              to.finished() ? now : null,
              command.id(),
              command.state().wire());
      if (changed == 1) {
        event(command.id(), Optional.of(command.state()), to, change.note(), now);
      }
      return changed == 1;
    });
  }

  /// Turns every `sent` into `unknown`: whoever sent it is gone, and nobody knows what came of it.
  ///
  /// @return how many there were
  public synchronized int recover() {
    int turned = 0;
    for (CommandRecord each : unfinished()) {
      if (each.state() == CommandState.SENT) {
        turned +=
            move(each, CommandChange.to(CommandState.UNKNOWN, "the console was started again"))
                ? 1
                : 0;
      }
    }
    return turned;
  }

  public synchronized Optional<CommandRecord> find(String id) {
    return reading(() -> read(id));
  }

  /// All commands, oldest first.
  public synchronized List<CommandRecord> all() {
    return reading(
        () -> db.list("SELECT * FROM command ORDER BY created_at, id", CommandJournal::row));
  }

  public synchronized List<CommandRecord> unfinished() {
    return all().stream().filter(command -> !command.state().finished()).toList();
  }

  /// The events of one command, oldest first.
  public synchronized List<CommandEvent> events(String id) {
    return reading(() ->
        db.list(
            "SELECT * FROM command_event WHERE command_id = ? ORDER BY id",
            CommandJournal::eventRow,
            id));
  }

  /// All events of all commands in the order in which they happened.
  public synchronized void events(Consumer<CommandEvent> each) {
    reading(() -> {
      db.each("SELECT * FROM command_event ORDER BY id", row -> each.accept(eventRow(row)));
      return true;
    });
  }

  /// Looks whether anything was changed behind the program's back.
  public synchronized ChainCheck check() {
    return inTransaction(() -> CommandChain.check(db));
  }

  private void event(String id, Optional<CommandState> from, CommandState to, String note, long now)
      throws SQLException {
    long number = db.number("SELECT max(id) FROM command_event").orElse(0) + 1;
    String previous =
        db.first("SELECT hash FROM command_event ORDER BY id DESC LIMIT 1", r -> r.getString(1))
            .orElse(CommandChain.START);
    Said said =
        db.first("SELECT * FROM command WHERE id = ?", CommandJournal::said, id).orElseThrow();
    String hash =
        CommandChain.hash(
            List.of(
                Optional.of(previous),
                Optional.of(Long.toString(number)),
                Optional.of(id),
                Optional.of(Long.toString(now)),
                from.map(CommandState::wire),
                Optional.of(to.wire()),
                Optional.of(note),
                said.agentState(),
                said.problem(),
                said.result(),
                Optional.of(said.command())));
    db.update(
        "INSERT INTO command_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        id,
        now,
        orNull(from.map(CommandState::wire)),
        to.wire(),
        note,
        orNull(said.agentState()),
        orNull(said.problem()),
        orNull(said.result()),
        said.command(),
        previous,
        hash);
  }

  /// What an event says about the command itself.
  private record Said(
      Optional<String> agentState,
      Optional<String> problem,
      Optional<String> result,
      String command) {}

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        Optional.ofNullable(row.getString("agent_state")),
        Optional.ofNullable(row.getString("problem")),
        Optional.ofNullable(row.getBytes("result")).map(CommandChain::sha256),
        CommandChain.command(row));
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }

  private Optional<CommandRecord> read(String id) throws SQLException {
    return db.first("SELECT * FROM command WHERE id = ?", CommandJournal::row, id);
  }

  private static CommandRecord row(ResultSet row) throws SQLException {
    return new CommandRecord(
        row.getString("id"),
        new AgentName(row.getString("agent_id")),
        row.getString("instance"),
        CommandKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("kind")),
        new String(row.getBytes("body"), StandardCharsets.UTF_8),
        row.getString("body_sha256"),
        row.getString("target"),
        row.getString("operator"),
        row.getString("reason"),
        state(row.getString("state")),
        Optional.ofNullable(row.getString("agent_state")),
        Optional.ofNullable(row.getString("problem")),
        Optional.ofNullable(row.getBytes("result"))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "sent_at"),
        instant(row, "acked_at"),
        instant(row, "finished_at"),
        row.getInt("attempts"),
        instant(row, "next_try_at"));
  }

  private static CommandEvent eventRow(ResultSet row) throws SQLException {
    String from = row.getString("from_state");
    return new CommandEvent(
        row.getLong("id"),
        row.getString("command_id"),
        Instant.ofEpochMilli(row.getLong("at")),
        from == null ? Optional.empty() : Optional.of(state(from)),
        state(row.getString("to_state")),
        row.getString("note"),
        row.getString("hash"));
  }

  private static CommandState state(String wire) throws SQLException {
    return CommandState.of(wire).orElseThrow(() -> new SQLException("no state: " + wire));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private <T> T reading(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private <T> T inTransaction(Work<T> work) {
    try {
      db.execute("BEGIN IMMEDIATE");
      T result = work.run();
      db.execute("COMMIT");
      return result;
    } catch (SQLException e) {
      takeBack();
      throw failure(e);
    } catch (RuntimeException e) {
      takeBack();
      throw e;
    }
  }

  private void takeBack() {
    try {
      db.execute("ROLLBACK");
    } catch (SQLException none) {
      // SQLite has taken it back by itself, as it does when a disk is full.
    }
  }

  @Override
  public synchronized void close() {
    try {
      db.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
