package io.suturescope.model.bytecode;

import io.suturescope.model.bytecode.CodeDiff.Row;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lays the instructions of two code objects out side by side.
final class CodeRows {

  private final List<Unit> left;
  private final List<Unit> right;
  private final CodePlaces places;
  private final MovedBlocks moved;
  private final List<Row> rows;

  CodeRows(List<Unit> left, List<Unit> right, CodePlaces places, MovedBlocks moved) {
    this.left = left;
    this.right = right;
    this.places = places;
    this.moved = moved;
    this.rows = new ArrayList<>(Math.max(left.size(), right.size()));
  }

  List<Row> of(List<Edit> edits) {
    int leftAt = 0;
    int rightAt = 0;
    for (Edit edit : edits) {
      same(leftAt, edit.leftFrom(), rightAt);
      differing(edit);
      leftAt = edit.leftTo();
      rightAt = edit.rightTo();
    }
    same(leftAt, left.size(), rightAt);
    return rows;
  }

  private void same(int leftFrom, int leftTo, int rightFrom) {
    for (int at = leftFrom; at < leftTo; at++) {
      Unit before = left.get(at);
      Unit after = right.get(rightFrom + at - leftFrom);
      both(sameTarget(before, after) ? Change.SAME : Change.CHANGED, before, after);
    }
  }

  private boolean sameTarget(Unit before, Unit after) {
    return !(before.instruction().operand() instanceof Operand.Jump from)
        || !(after.instruction().operand() instanceof Operand.Jump to)
        || places.sameTarget(from.target(), to.target());
  }

  private void differing(Edit edit) {
    if (isExchange(edit)) {
      for (int at = 0; at < edit.removed(); at++) {
        both(Change.CHANGED, left.get(edit.leftFrom() + at), right.get(edit.rightFrom() + at));
      }
      return;
    }
    for (int at = edit.leftFrom(); at < edit.leftTo(); at++) {
      OptionalInt block = moved.blockOfLeft(at);
      Change change = block.isPresent() ? Change.MOVED : Change.REMOVED;
      for (Instruction instruction : left.get(at).all()) {
        rows.add(new Row(change, Optional.of(instruction), Optional.empty(), block));
      }
    }
    for (int at = edit.rightFrom(); at < edit.rightTo(); at++) {
      OptionalInt block = moved.blockOfRight(at);
      Change change = block.isPresent() ? Change.MOVED : Change.ADDED;
      for (Instruction instruction : right.get(at).all()) {
        rows.add(new Row(change, Optional.empty(), Optional.of(instruction), block));
      }
    }
  }

  /// True when as many came as went, and it is one, or most have the same opcode.
  private boolean isExchange(Edit edit) {
    if (edit.removed() != edit.added()) {
      return false;
    }
    int alike = 0;
    for (int at = 0; at < edit.removed(); at++) {
      if (moved.blockOfLeft(edit.leftFrom() + at).isPresent()
          || moved.blockOfRight(edit.rightFrom() + at).isPresent()) {
        return false;
      }
      String before = left.get(edit.leftFrom() + at).instruction().opname();
      alike += before.equals(right.get(edit.rightFrom() + at).instruction().opname()) ? 1 : 0;
    }
    return edit.removed() == 1 || 2 * alike > edit.removed();
  }

  /// Prefixes that both have share rows; those that one side needs alone are no difference.
  private void both(Change change, Unit before, Unit after) {
    int more = before.prefixes().size() - after.prefixes().size();
    for (int at = 0; at < before.prefixes().size(); at++) {
      Optional<Instruction> partner =
          at < more ? Optional.empty() : Optional.of(after.prefixes().get(at - Math.max(more, 0)));
      rows.add(row(Change.SAME, Optional.of(before.prefixes().get(at)), partner));
    }
    for (int at = before.prefixes().size(); at < after.prefixes().size(); at++) {
      Instruction alone = after.prefixes().get(at);
      rows.add(row(Change.SAME, Optional.empty(), Optional.of(alone)));
    }
    rows.add(row(change, Optional.of(before.instruction()), Optional.of(after.instruction())));
  }

  private static Row row(Change change, Optional<Instruction> left, Optional<Instruction> right) {
    return new Row(change, left, right, OptionalInt.empty());
  }
}
