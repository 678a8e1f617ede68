package io.suturescope.model.diff;

import java.util.List;
import java.util.OptionalInt;

/// One row of a side-by-side diff of lines.
///
/// @param left index of the line on the left, from 0; empty for an added one
/// @param right index of the line on the right
/// @param leftWords characters that changed, for a CHANGED row
/// @param rightWords likewise on the right
public record TextRow(
    Change change,
    OptionalInt left,
    OptionalInt right,
    List<Range> leftWords,
    List<Range> rightWords) {

  public TextRow {
    leftWords = List.copyOf(leftWords);
    rightWords = List.copyOf(rightWords);
  }

  /// Characters (UTF-16) of a line.
  ///
  /// @param to behind the last one
  public record Range(int from, int to) {}
}
