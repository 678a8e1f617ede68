package io.suturescope.model.source;

import java.util.ArrayList;
import java.util.List;

/// The indentations of the blocks around a line.
final class PythonIndents {
  private static final int LIMIT = 100;

  private final List<Indent> open = new ArrayList<>(List.of(new Indent(0, 0)));

  /// @param column with a tab as wide as eight
  /// @param alternative with a tab as wide as one: both must agree in order
  private record Indent(int column, int alternative) {}

  /// Of the innermost block.
  int column() {
    return open.getLast().column();
  }

  /// How many blocks are open.
  int depth() {
    return open.size() - 1;
  }

  /// Takes the indentation of the next line; how many blocks it opens (one at most) or closes.
  int change(int column, int alternative, int line) {
    int before = open.size();
    if (column > column()) {
      requireSteady(alternative > open.getLast().alternative(), line);
      if (before >= LIMIT) {
        throw new Malformed(line, "the blocks nest too deep");
      }
      open.add(new Indent(column, alternative));
      return 1;
    }
    while (column() > column) {
      open.removeLast();
    }
    if (column() != column) {
      throw new Malformed(line, "the indentation matches no outer block");
    }
    requireSteady(open.getLast().alternative() == alternative, line);
    return before - open.size();
  }

  private static void requireSteady(boolean steady, int line) {
    if (!steady) {
      throw new Malformed(line, "tabs and spaces are mixed in the indentation");
    }
  }
}
