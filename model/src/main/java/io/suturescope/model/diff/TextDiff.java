package io.suturescope.model.diff;

import java.util.List;
import java.util.Optional;

/// Two texts, aligned.
///
/// @param coarse why the diff is coarser than usual, as a sentence; empty when it is not
public record TextDiff(
    List<String> left, List<String> right, List<TextRow> rows, Optional<String> coarse) {

  public TextDiff {
    left = List.copyOf(left);
    right = List.copyOf(right);
    rows = List.copyOf(rows);
  }

  /// Aligns two texts. Lines that resemble each other share a CHANGED row with the words that
  /// differ; the rows' left sides are all lines of the left in order, likewise on the right. The
  /// work is bounded, whatever the texts are: words are compared in at most 2,000 pairs of lines,
  /// from the top; in later pairs all between what both lines begin and end with counts as changed,
  /// and lines that are not alike by that stand in rows of their own. This is not said as coarse,
  /// since the lines are aligned all the same.
  public static TextDiff between(List<String> left, List<String> right) {
    Symbols symbols = new Symbols(Math.max(left.size(), right.size()));
    int[] leftSymbols = symbols.of(left);
    int[] rightSymbols = symbols.of(right);
    Edits edits = HistogramDiff.between(leftSymbols, rightSymbols);
    List<Edit> placed =
        Sliding.best(
            edits.edits(),
            leftSymbols,
            rightSymbols,
            (from, to) -> LineBoundary.cost(left, from, to),
            (from, to) -> LineBoundary.cost(right, from, to));
    return new TextDiff(left, right, new TextRows(left, right).of(placed), edits.coarse());
  }

  /// True when the texts are the same.
  public boolean isSame() {
    return rows.stream().allMatch(row -> row.change() == Change.SAME);
  }
}
