package io.suturescope.model.bytecode;

import io.suturescope.model.bytecode.CodeDiff.Pair;
import io.suturescope.model.bytecode.CodeDiff.Row;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.Edit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Compares one code object with what became of it.
final class CodeComparison {

  private final CodeListing before;
  private final CodeListing after;
  private final List<Unit> left;
  private final List<Unit> right;
  private final Alignment alignment;
  private final CodePlaces places;

  CodeComparison(CodeListing before, CodeListing after) {
    this.before = before;
    this.after = after;
    this.left = Unit.of(before);
    this.right = Unit.of(after);
    this.alignment =
        Alignment.of(left, before.code().firstlineno(), right, after.code().firstlineno());
    this.places = new CodePlaces(left, right, matching());
  }

  Optional<String> coarse() {
    return alignment.coarse();
  }

  Pair pair() {
    MovedBlocks moved = MovedBlocks.find(left, right, alignment.edits());
    return new Pair(
        after.path(),
        Optional.of(before),
        Optional.of(after),
        new CodeRows(left, right, places, moved).of(alignment.edits()),
        CodeEntries.constants(before.code(), after.code()),
        CodeEntries.names(before.code(), after.code()),
        new HandlerEntries(before, after, places).entries(),
        CodeEntries.flags(before.code(), after.code()));
  }

  static Pair added(CodeListing code) {
    return whole(code, Change.ADDED);
  }

  static Pair removed(CodeListing code) {
    return whole(code, Change.REMOVED);
  }

  private static Pair whole(CodeListing code, Change change) {
    boolean added = change == Change.ADDED;
    Optional<CodeListing> side = Optional.of(code);
    List<Row> rows =
        code.instructions().stream()
            .map(instruction -> row(Optional.of(instruction), change))
            .toList();
    return new Pair(
        code.path(),
        added ? Optional.empty() : side,
        added ? side : Optional.empty(),
        rows,
        CodeEntries.whole(CodeEntries.constants(code.code()), change),
        CodeEntries.whole(CodeEntries.names(code.code()), change),
        CodeEntries.whole(HandlerEntries.texts(code), change),
        CodeEntries.whole(CodeEntries.flags(code.code()), change));
  }

  private static Row row(Optional<Instruction> instruction, Change change) {
    return change == Change.ADDED
        ? new Row(change, Optional.empty(), instruction, OptionalInt.empty())
        : new Row(change, instruction, Optional.empty(), OptionalInt.empty());
  }

  /// For each unit of the left its partner on the right, or -1.
  private int[] matching() {
    int[] match = new int[left.size()];
    Arrays.fill(match, -1);
    int leftAt = 0;
    int rightAt = 0;
    for (Edit edit : alignment.edits()) {
      while (leftAt < edit.leftFrom()) {
        match[leftAt++] = rightAt++;
      }
      leftAt = edit.leftTo();
      rightAt = edit.rightTo();
    }
    while (leftAt < left.size()) {
      match[leftAt++] = rightAt++;
    }
    return match;
  }
}
