package io.suturescope.model.source;

import java.util.List;
import java.util.Optional;

/// Tells when a line with a fix does another kind of thing than before.
final class StatementChange {
  private StatementChange() {}

  /// One sentence; empty when the kind stays, or cannot be told because the line is a part of a
  /// longer statement.
  static Optional<String> of(String original, String suggested) {
    Optional<List<StatementKind>> before = StatementKind.of(original);
    Optional<List<StatementKind>> after = StatementKind.of(suggested);
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return Optional.empty();
    }
    if (after.get().isEmpty()) {
      return Optional.of("It takes the statement away.");
    }
    if (before.get().size() != 1 || after.get().size() != 1) {
      return Optional.of("It changes how many statements the line has, or what they do.");
    }
    StatementKind was = before.get().getFirst();
    StatementKind becomes = after.get().getFirst();
    if (was.word().equals("return") && becomes.equals(new StatementKind("", ""))) {
      return Optional.of(
          "It drops the `return`: the line computes a value and throws it away, and callers get"
              + " None.");
    }
    if (!was.target().isEmpty() && becomes.equals(new StatementKind("", ""))) {
      return Optional.of(
          "It drops the assignment to `" + was.target() + "`: the value is thrown away.");
    }
    return Optional.of("It turns " + was.spoken() + " into " + becomes.spoken() + ".");
  }
}
