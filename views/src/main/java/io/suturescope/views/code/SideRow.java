package io.suturescope.views.code;

import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextRow.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One row of a side-by-side view, of instructions or of lines.
///
/// @param left empty where the side has nothing
/// @param block links both ends of a moved block
record SideRow(Change change, Optional<Cell> left, Optional<Cell> right, OptionalInt block) {

  /// One side of a row.
  ///
  /// @param gutter offset of the instruction or number of the line
  /// @param marks characters that changed
  /// @param origin where in the source it comes from
  record Cell(String gutter, String text, List<Range> marks, Optional<Origin> origin) {
    Cell {
      marks = List.copyOf(marks);
    }
  }

  /// What an instruction tells beside its text.
  ///
  /// @param line of the source; 0 when there is none
  /// @param column first character, in bytes of UTF-8; below 0 when unknown
  record Origin(String opname, int line, int endLine, int column, int endColumn) {}

  boolean isChange() {
    return change != Change.SAME;
  }

  /// The side that says what the row is about: the right one where there is one.
  Cell spoken() {
    return right.or(() -> left).orElseThrow();
  }
}
