package io.suturescope.app.export;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One table of an exported difference: lines of text, instructions of a code object, or what
/// stands beside them.
///
/// @param heading empty when the title says it all
record DiffSection(String heading, List<Line> lines) {

  /// One row, side by side.
  record Line(Change change, Optional<Side> left, Optional<Side> right, OptionalInt block) {}

  /// One side of a row.
  ///
  /// @param number what the row is known by: a line number, or the offset of an instruction
  /// @param words characters that changed
  record Side(String number, String text, List<TextRow.Range> words) {}

  static List<DiffSection> of(TextDiff diff) {
    List<Line> lines = new ArrayList<>(diff.rows().size());
    for (TextRow row : diff.rows()) {
      lines.add(
          new Line(
              row.change(),
              side(row.left(), diff.left(), row.leftWords()),
              side(row.right(), diff.right(), row.rightWords()),
              OptionalInt.empty()));
    }
    return List.of(new DiffSection("", lines));
  }

  private static Optional<Side> side(
      OptionalInt line, List<String> lines, List<TextRow.Range> words) {
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Side(String.valueOf(line.getAsInt() + 1), lines.get(line.getAsInt()), words));
  }

  static List<DiffSection> of(CodeDiff diff) {
    List<DiffSection> sections = new ArrayList<>();
    for (CodeDiff.Pair pair : diff.pairs()) {
      String name = pair.right().or(pair::left).map(CodeListing::code).orElseThrow().qualname();
      String heading = name + " (" + pair.path() + ")";
      sections.add(new DiffSection(heading, pair.rows().stream().map(DiffSection::line).toList()));
      entries(sections, heading + ": constants", pair.constants());
      entries(sections, heading + ": names", pair.names());
      entries(sections, heading + ": exception table", pair.exceptionTable());
      entries(sections, heading + ": flags", pair.flags());
    }
    return sections;
  }

  private static Line line(CodeDiff.Row row) {
    return new Line(
        row.change(),
        row.left().map(DiffSection::instruction),
        row.right().map(DiffSection::instruction),
        row.block());
  }

  private static Side instruction(Instruction instruction) {
    String text =
        instruction.argrepr().isEmpty()
            ? instruction.opname() + number(instruction.arg())
            : instruction.opname() + " " + instruction.argrepr();
    return new Side(String.valueOf(instruction.offset()), text, List.of());
  }

  private static String number(OptionalInt arg) {
    return arg.isPresent() ? " " + arg.getAsInt() : "";
  }

  /// Only what differs: the rest is in the instructions.
  private static void entries(
      List<DiffSection> sections, String heading, List<CodeDiff.Entry> entries) {
    List<Line> lines =
        entries.stream()
            .filter(entry -> entry.change() != Change.SAME)
            .map(entry ->
                new Line(
                    entry.change(),
                    text(entry.left(), entry.change() != Change.ADDED),
                    text(entry.right(), entry.change() != Change.REMOVED),
                    OptionalInt.empty()))
            .toList();
    if (!lines.isEmpty()) {
      sections.add(new DiffSection(heading, lines));
    }
  }

  private static Optional<Side> text(String text, boolean there) {
    return there ? Optional.of(new Side("", text, List.of())) : Optional.empty();
  }
}
