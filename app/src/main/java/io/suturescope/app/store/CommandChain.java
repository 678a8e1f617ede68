package io.suturescope.app.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hashes that tie the record of all commands together, so that a changed or missing row shows.
///
/// A hash is SHA-256 over the hash before it and the fields of the event, each written as its
/// length in bytes, a colon and its UTF-8; an absent one as a hyphen. One of the fields is the hash
/// of the command itself, so that its body cannot be changed either.
final class CommandChain {

  static final String START = "0".repeat(64);

  private static final String EVENTS =
      "SELECT id, command_id, at, from_state, to_state, note, agent_state, problem, result_sha256,"
          + " command_sha256, previous, hash FROM command_event ORDER BY id";

  private static final String COMMANDS =
      "SELECT id, agent_id, instance, kind, body, body_sha256, target, operator, reason, created_at,"
          + " state, agent_state, problem, result FROM command ORDER BY created_at, id";

  private CommandChain() {}

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String hash(List<Optional<String>> fields) {
    StringBuilder text = new StringBuilder();
    for (Optional<String> field : fields) {
      text.append(
          field
              .map(value -> value.getBytes(StandardCharsets.UTF_8).length + ":" + value)
              .orElse("-"));
    }
    return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// What the last event of a command said about it.
  private record Last(
      String state,
      Optional<String> agentState,
      Optional<String> problem,
      Optional<String> result,
      String command) {}

  private static Optional<String> field(@Nullable String value) {
    return Optional.ofNullable(value);
  }

  static ChainCheck check(Db db) throws SQLException {
    Map<String, Last> last = new HashMap<>();
    String previous = START;
    long number = 0;
    try (ResultSet row = db.prepared(EVENTS).executeQuery()) {
      while (row.next()) {
        number++;
        String name = "command_event " + row.getLong("id");
        if (row.getLong("id") != number) {
          return new ChainCheck.Broken(
              "command_event " + number, "it is missing; the next one is " + name);
        }
        if (!previous.equals(row.getString("previous"))) {
          return new ChainCheck.Broken(name, "it does not follow the one before it");
        }
        if (!hash(fields(row, previous)).equals(row.getString("hash"))) {
          return new ChainCheck.Broken(name, "its content is not what was written");
        }
        previous = String.valueOf(row.getString("hash"));
        remember(row, last);
      }
    }
    Optional<ChainCheck> broken = commands(db, last);
    return broken.orElse(new ChainCheck.Whole(number, previous));
  }

  private static List<Optional<String>> fields(ResultSet row, String previous) throws SQLException {
    return List.of(
        Optional.of(previous),
        field(row.getString("id")),
        field(row.getString("command_id")),
        field(row.getString("at")),
        field(row.getString("from_state")),
        field(row.getString("to_state")),
        field(row.getString("note")),
        field(row.getString("agent_state")),
        field(row.getString("problem")),
        field(row.getString("result_sha256")),
        field(row.getString("command_sha256")));
  }

  private static void remember(ResultSet row, Map<String, Last> last) throws SQLException {
    last.put(
        String.valueOf(row.getString("command_id")),
        new Last(
            String.valueOf(row.getString("to_state")),
            field(row.getString("agent_state")),
            field(row.getString("problem")),
            field(row.getString("result_sha256")),
            String.valueOf(row.getString("command_sha256"))));
  }

  private static Optional<ChainCheck> commands(Db db, Map<String, Last> last) throws SQLException {
    try (ResultSet row = db.prepared(COMMANDS).executeQuery()) {
      while (row.next()) {
        String id = String.valueOf(row.getString("id"));
        String reason = reason(row, Optional.ofNullable(last.remove(id)));
        if (!reason.isEmpty()) {
          return Optional.of(new ChainCheck.Broken("command " + id, reason));
        }
      }
    }
    return last.keySet().stream()
        .sorted()
        .findFirst()
        .map(id -> new ChainCheck.Broken("command " + id, "it is missing"));
  }

  private static String reason(ResultSet row, Optional<Last> last) throws SQLException {
    if (last.isEmpty()) {
      return "it has no event";
    }
    Last said = last.get();
    if (!said.command().equals(command(row))) {
      return "its content is not what was written";
    }
    byte[] result = row.getBytes("result");
    Optional<String> resultHash = Optional.ofNullable(result).map(CommandChain::sha256);
    boolean same =
        said.state().equals(row.getString("state"))
            && said.agentState().equals(field(row.getString("agent_state")))
            && said.problem().equals(field(row.getString("problem")))
            && said.result().equals(resultHash);
    return same ? "" : "its state is not that of its last event";
  }

  /// The hash of what never changes of a command.
  static String command(ResultSet row) throws SQLException {
    return hash(
        List.of(
            field(row.getString("id")),
            field(row.getString("agent_id")),
            field(row.getString("instance")),
            field(row.getString("kind")),
            Optional.of(new String(row.getBytes("body"), StandardCharsets.UTF_8)),
            field(row.getString("body_sha256")),
            field(row.getString("target")),
            field(row.getString("operator")),
            field(row.getString("reason")),
            field(row.getString("created_at"))));
  }
}
