package io.suturescope.app.export;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import io.suturescope.model.redaction.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Differences with their secrets masked, for screens and documents. A patch for git is made from
/// the lines as they are.
public final class MaskedDiff {

  private MaskedDiff() {}

  /// Marks of words are left out where a line was masked, since its characters are others.
  public static TextDiff of(TextDiff diff) {
    List<String> left = diff.left().stream().map(Redaction::masked).toList();
    List<String> right = diff.right().stream().map(Redaction::masked).toList();
    if (left.equals(diff.left()) && right.equals(diff.right())) {
      return diff;
    }
    List<TextRow> rows =
        diff.rows().stream()
            .map(row ->
                new TextRow(
                    row.change(),
                    row.left(),
                    row.right(),
                    same(diff.left(), left, row.left()) ? row.leftWords() : List.of(),
                    same(diff.right(), right, row.right()) ? row.rightWords() : List.of()))
            .toList();
    return new TextDiff(left, right, rows, diff.coarse());
  }

  private static boolean same(List<String> lines, List<String> masked, OptionalInt index) {
    return index.isEmpty() || lines.get(index.getAsInt()).equals(masked.get(index.getAsInt()));
  }

  /// What the instructions show is masked; what they mean stays.
  public static CodeDiff of(CodeDiff diff) {
    return new CodeDiff(diff.pairs().stream().map(MaskedDiff::pair).toList(), diff.coarse());
  }

  private static CodeDiff.Pair pair(CodeDiff.Pair pair) {
    return new CodeDiff.Pair(
        pair.path(),
        pair.left(),
        pair.right(),
        pair.rows().stream()
            .map(row ->
                new CodeDiff.Row(row.change(), shown(row.left()), shown(row.right()), row.block()))
            .toList(),
        entries(pair.constants()),
        entries(pair.names()),
        entries(pair.exceptionTable()),
        entries(pair.flags()));
  }

  private static Optional<Instruction> shown(Optional<Instruction> instruction) {
    return instruction.map(each ->
        each.argrepr().isEmpty()
            ? each
            : new Instruction(
                each.offset(),
                each.opname(),
                each.opcode(),
                each.arg(),
                Redaction.masked(each.argrepr()),
                each.operand(),
                each.jumpTarget(),
                each.line(),
                each.position()));
  }

  private static List<CodeDiff.Entry> entries(List<CodeDiff.Entry> entries) {
    return entries.stream()
        .map(entry ->
            new CodeDiff.Entry(
                entry.change(), Redaction.masked(entry.left()), Redaction.masked(entry.right())))
        .toList();
  }
}
