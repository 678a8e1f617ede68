package io.suturescope.model.redaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Gathers entries `NAME: value` or lines `NAME=value`, and hides them all where together they are
/// an environment.
final class Entries {

  private final Spans hidden;
  private final Deque<Group> open = new ArrayDeque<>();
  private final Group lines = new Group(false);

  Entries(Spans hidden) {
    this.hidden = hidden;
  }

  /// A stretch of text, its end excluded.
  record Extent(int from, int to) {}

  private static final class Group {
    private final boolean environment;
    private final List<Extent> secret = new ArrayList<>();
    private int usual;

    Group(boolean environment) {
      this.environment = environment;
    }

    void add(String name, Extent value) {
      usual += Environment.isUsual(name) ? 1 : 0;
      if (!Environment.isShown(name)) {
        secret.add(value);
      }
    }

    void hideIn(Spans hidden) {
      if (environment || usual > 1) {
        secret.forEach(value -> hidden.hide(value.from(), value.to()));
      }
    }
  }

  /// A bracket opens.
  ///
  /// @param environment true when what precedes it says so
  void open(boolean environment) {
    open.push(new Group(environment));
  }

  void close() {
    if (!open.isEmpty()) {
      open.pop().hideIn(hidden);
    }
  }

  /// @param bare true for a name without quotes
  void add(String name, Extent value, boolean bare) {
    if (!bare && !open.isEmpty()) {
      open.peek().add(name, value);
    } else if (Environment.isVariable(name)) {
      lines.add(name, value);
    }
  }

  void end() {
    while (!open.isEmpty()) {
      close();
    }
    lines.hideIn(hidden);
  }
}
