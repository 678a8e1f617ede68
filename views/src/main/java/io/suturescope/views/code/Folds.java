package io.suturescope.views.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which rows stand on the screen when unchanged ones are folded away.
final class Folds {

  /// Unchanged rows that stay around a change.
  static final int CONTEXT = 3;

  private static final int WORTH_IT = 4;

  private final List<SideRow> rows;
  private final Set<Integer> opened = new HashSet<>();
  private boolean folding;

  Folds(List<SideRow> rows, boolean folding) {
    this.rows = rows;
    this.folding = folding;
  }

  /// A row, or a fold.
  ///
  /// @param row of a fold its first one
  /// @param hidden how many rows a fold stands for; 0 for a row
  record Line(int row, int hidden) {
    boolean isFold() {
      return hidden > 0;
    }
  }

  void fold(boolean wanted) {
    folding = wanted;
    opened.clear();
  }

  /// Shows the rows of the fold that begins there.
  void open(int row) {
    opened.add(row);
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    boolean[] kept = folding ? kept() : new boolean[0];
    int row = 0;
    while (row < rows.size()) {
      int end = row;
      while (folding && end < rows.size() && !kept[end]) {
        end++;
      }
      if (end - row >= WORTH_IT && !opened.contains(row)) {
        lines.add(new Line(row, end - row));
        row = end;
      } else {
        end = Math.max(end, row + 1);
        for (; row < end; row++) {
          lines.add(new Line(row, 0));
        }
      }
    }
    return lines;
  }

  private boolean[] kept() {
    boolean[] kept = new boolean[rows.size()];
    boolean any = false;
    for (int row = 0; row < kept.length; row++) {
      if (rows.get(row).isChange()) {
        any = true;
        int to = Math.min(kept.length - 1, row + CONTEXT);
        for (int near = Math.max(0, row - CONTEXT); near <= to; near++) {
          kept[near] = true;
        }
      }
    }
    if (!any) {
      // Where nothing changed there is nothing to fold around.
      java.util.Arrays.fill(kept, true);
    }
    return kept;
  }
}
