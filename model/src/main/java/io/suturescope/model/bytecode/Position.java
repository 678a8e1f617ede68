package io.suturescope.model.bytecode;

/// The piece of source that an instruction was compiled from (`co_positions`).
///
/// @param line from 1
/// @param endLine at least `line` in code that a compiler made
/// @param column of the first character, counted in bytes of the line's UTF-8; {@link #UNKNOWN}
///   when only the line is known
/// @param endColumn behind the last character, likewise
public record Position(int line, int endLine, int column, int endColumn) {

  /// No column is recorded.
  public static final int UNKNOWN = -1;

  /// True when both columns are known.
  public boolean hasColumns() {
    return column != UNKNOWN && endColumn != UNKNOWN;
  }
}
