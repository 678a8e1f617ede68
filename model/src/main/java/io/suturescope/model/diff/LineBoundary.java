package io.suturescope.model.diff;

import java.util.List;

/// Blocks of lines look best when they begin and end at little indentation and end with a blank
/// line (what git's indent heuristic is after).
final class LineBoundary {

  private static final int DEEPEST = 80;
  private static final int BLANK = 100;

  private LineBoundary() {}

  static int cost(List<String> lines, int from, int to) {
    int behind = to < lines.size() ? indent(lines.get(to)) : 0;
    int end = indent(lines.get(to - 1)) == BLANK ? -BLANK : 0;
    return indent(lines.get(from)) + behind + end;
  }

  /// Columns before the text; more than any indentation for a blank line.
  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && at < DEEPEST && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at == line.length() ? BLANK : at;
  }
}
