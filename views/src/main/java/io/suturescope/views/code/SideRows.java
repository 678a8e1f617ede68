package io.suturescope.views.code;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import io.suturescope.views.code.SideRow.Cell;
import io.suturescope.views.code.SideRow.Origin;
import io.suturescope.views.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Makes the rows of a side-by-side view.
final class SideRows {

  private static final int ARGUMENT_WIDTH = 4;
  private static final int LONGEST = 2_000;

  private SideRows() {}

  /// The instructions of one code object.
  static List<SideRow> of(CodeDiff.Pair pair) {
    int widest =
        pair.rows().stream()
            .flatMap(row -> Stream.of(row.left(), row.right()))
            .flatMap(Optional::stream)
            .mapToInt(instruction -> instruction.opname().length())
            .max()
            .orElse(0);
    return pair.rows().stream()
        .map(row ->
            new SideRow(
                row.change(),
                row.left().map(instruction -> cell(instruction, widest + 2)),
                row.right().map(instruction -> cell(instruction, widest + 2)),
                row.block()))
        .toList();
  }

  /// The lines of two texts.
  ///
  /// @param firstLine number of the first line on both sides
  static List<SideRow> of(TextDiff diff, int firstLine) {
    return diff.rows().stream()
        .map(row ->
            new SideRow(
                row.change(),
                cell(diff.left(), row.left(), row.leftWords(), firstLine),
                cell(diff.right(), row.right(), row.rightWords(), firstLine),
                OptionalInt.empty()))
        .toList();
  }

  private static Optional<Cell> cell(
      List<String> lines, OptionalInt index, List<TextRow.Range> words, int firstLine) {
    if (index.isEmpty()) {
      return Optional.empty();
    }
    String line = lines.get(index.getAsInt()).replace("\t", "    ");
    String shown = visible(line);
    // Marks are of the recorded characters; what had to be spelled out has others.
    boolean same = shown.equals(lines.get(index.getAsInt()));
    return Optional.of(
        new Cell(
            Integer.toString(index.getAsInt() + firstLine),
            shown,
            same ? words : List.of(),
            Optional.empty()));
  }

  /// @param names characters of the column of opcode names
  private static Cell cell(Instruction instruction, int names) {
    String argument =
        instruction.arg().isPresent() ? Integer.toString(instruction.arg().getAsInt()) : "";
    String meaning = instruction.argrepr().isEmpty() ? "" : "(" + instruction.argrepr() + ")";
    String text = pad(instruction.opname(), names) + pad(argument, ARGUMENT_WIDTH) + meaning;
    String target = instruction.jumpTarget() ? ">> " : "   ";
    return new Cell(
        Integer.toString(instruction.offset()),
        visible(target + text.stripTrailing()),
        List.of(),
        Optional.of(origin(instruction)));
  }

  private static Origin origin(Instruction instruction) {
    Optional<Position> position = instruction.position();
    return new Origin(
        instruction.opname(),
        instruction.line().orElse(0),
        position.map(Position::endLine).orElse(0),
        position.map(Position::column).orElse(Position.UNKNOWN),
        position.map(Position::endColumn).orElse(Position.UNKNOWN));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String visible(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return VisibleText.line(cut);
  }
}
