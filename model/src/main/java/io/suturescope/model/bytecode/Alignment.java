package io.suturescope.model.bytecode;

import io.suturescope.model.diff.Edit;
import io.suturescope.model.diff.Edits;
import io.suturescope.model.diff.HistogramDiff;
import io.suturescope.model.diff.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds which instructions of two code objects are the same ones.
///
/// Code that is put in often repeats what stands around it, so several alignments may be as short.
/// The one that keeps instructions of one source position together wins: a patch leaves the
/// positions of what it does not touch alone.
final class Alignment {

  private final Edits edits;

  private Alignment(Edits edits) {
    this.edits = edits;
  }

  static Alignment of(List<Unit> left, int leftFirstLine, List<Unit> right, int rightFirstLine) {
    Symbols symbols = new Symbols();
    int[] leftKeys = symbols.of(left.stream().map(Unit::key).toList());
    int[] rightKeys = symbols.of(right.stream().map(Unit::key).toList());
    Edits shortest = HistogramDiff.shortest(leftKeys, rightKeys);
    if (shortest.edits().isEmpty()) {
      return new Alignment(shortest);
    }
    Symbols places = new Symbols();
    Edits placed =
        HistogramDiff.shortest(
            places.of(left.stream().map(unit -> unit.placed(leftFirstLine)).toList()),
            places.of(right.stream().map(unit -> unit.placed(rightFirstLine)).toList()));
    Edits refined = refined(placed, left, right);
    return new Alignment(refined.size() <= shortest.size() ? refined : shortest);
  }

  List<Edit> edits() {
    return edits.edits();
  }

  Optional<String> coarse() {
    return edits.coarse();
  }

  /// Compares once more, without positions, between what has its position still.
  private static Edits refined(Edits placed, List<Unit> left, List<Unit> right) {
    List<Edit> all = new ArrayList<>();
    Optional<String> coarse = placed.coarse();
    for (Edit gap : placed.edits()) {
      if (gap.removed() == 0 || gap.added() == 0) {
        all.add(gap);
        continue;
      }
      Edits inside = inside(gap, left, right);
      coarse = coarse.or(inside::coarse);
      for (Edit edit : inside.edits()) {
        all.add(
            new Edit(
                edit.leftFrom() + gap.leftFrom(),
                edit.leftTo() + gap.leftFrom(),
                edit.rightFrom() + gap.rightFrom(),
                edit.rightTo() + gap.rightFrom()));
      }
    }
    return new Edits(all, coarse);
  }

  private static Edits inside(Edit gap, List<Unit> left, List<Unit> right) {
    Symbols symbols = new Symbols();
    List<Unit> before = left.subList(gap.leftFrom(), gap.leftTo());
    List<Unit> after = right.subList(gap.rightFrom(), gap.rightTo());
    return HistogramDiff.shortest(
        symbols.of(before.stream().map(Unit::key).toList()),
        symbols.of(after.stream().map(Unit::key).toList()));
  }
}
