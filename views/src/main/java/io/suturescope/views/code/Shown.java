package io.suturescope.views.code;

import io.suturescope.model.diff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one line of the screen shows.
///
/// @param row of the rows, of a fold its first one
/// @param hidden rows that a fold stands for; 0 for a row
/// @param part which sides of the row
/// @param piece number of the piece of a long row that is wrapped
record Shown(int row, int hidden, Part part, int piece) {

  /// Which sides of a row stand in a line.
  enum Part {
    BOTH,
    LEFT,
    RIGHT
  }

  boolean isFold() {
    return hidden > 0;
  }

  /// Side by side.
  ///
  /// @param width characters that fit into one side; 0 for lines that are not wrapped
  static List<Shown> sides(List<SideRow> rows, List<Folds.Line> lines, int width) {
    List<Shown> shown = new ArrayList<>();
    for (Folds.Line line : lines) {
      int pieces = line.isFold() ? 1 : pieces(rows.get(line.row()), Part.BOTH, width);
      for (int piece = 0; piece < pieces; piece++) {
        shown.add(new Shown(line.row(), line.hidden(), Part.BOTH, piece));
      }
    }
    return shown;
  }

  /// In one column: of a run of changed rows first all that was, then all that is.
  static List<Shown> unified(List<SideRow> rows, List<Folds.Line> lines, int width) {
    List<Shown> shown = new ArrayList<>();
    List<Shown> after = new ArrayList<>();
    for (Folds.Line line : lines) {
      SideRow row = rows.get(line.row());
      if (line.isFold() || row.change() == Change.SAME) {
        shown.addAll(after);
        after.clear();
        add(shown, rows, line, line.isFold() ? Part.BOTH : Part.RIGHT, width);
        continue;
      }
      if (row.left().isPresent()) {
        add(shown, rows, line, Part.LEFT, width);
      }
      if (row.right().isPresent()) {
        add(after, rows, line, Part.RIGHT, width);
      }
    }
    shown.addAll(after);
    return shown;
  }

  private static void add(
      List<Shown> to, List<SideRow> rows, Folds.Line line, Part part, int width) {
    int pieces = line.isFold() ? 1 : pieces(rows.get(line.row()), part, width);
    for (int piece = 0; piece < pieces; piece++) {
      to.add(new Shown(line.row(), line.hidden(), part, piece));
    }
  }

  private static int pieces(SideRow row, Part part, int width) {
    if (width == 0) {
      return 1;
    }
    return Math.max(
        part == Part.RIGHT ? 1 : pieces(row.left(), width),
        part == Part.LEFT ? 1 : pieces(row.right(), width));
  }

  private static int pieces(Optional<SideRow.Cell> side, int width) {
    return side.map(cell -> Pieces.count(cell.text(), width)).orElse(1);
  }
}
