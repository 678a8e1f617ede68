package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.importers.marshal.MarshalResult;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.diff.Change;
import java.util.Optional;

/// The difference of a function before and after a patch, and as text for golden files.
final class Differences {

  private Differences() {}

  static PyCode code(byte[] marshalled) {
    MarshalResult.Value value = (MarshalResult.Value) MarshalReader.read(marshalled);
    return (PyCode) value.value();
  }

  /// Compares, and checks what holds for every difference.
  static CodeDiff between(PyCode before, PyCode after, String python) {
    Listing left = Disassembler.disassemble(before, python);
    Listing right = Disassembler.disassemble(after, python);
    CodeDiff diff = CodeDiff.between(left, right);
    assertThat(diff.coarse()).isEmpty();
    for (CodeDiff.Pair pair : diff.pairs()) {
      pair.left()
          .ifPresent(code ->
              assertThat(pair.rows().stream().flatMap(row -> row.left().stream()))
                  .containsExactlyElementsOf(code.instructions()));
      pair.right()
          .ifPresent(code ->
              assertThat(pair.rows().stream().flatMap(row -> row.right().stream()))
                  .containsExactlyElementsOf(code.instructions()));
    }
    return diff;
  }

  /// Such as `+6 -0 ~0 moved 0`.
  static String counts(CodeDiff diff) {
    return "+%d -%d ~%d moved %d"
        .formatted(
            count(diff, Change.ADDED),
            count(diff, Change.REMOVED),
            count(diff, Change.CHANGED),
            count(diff, Change.MOVED));
  }

  static long count(CodeDiff diff, Change change) {
    return diff.pairs().stream().mapToLong(pair -> pair.count(change)).sum();
  }

  /// Everything that differs, with the row before each stretch.
  static String text(CodeDiff diff) {
    StringBuilder text = new StringBuilder();
    for (CodeDiff.Pair pair : diff.pairs()) {
      boolean differed = false;
      String before = "";
      for (CodeDiff.Row row : pair.rows()) {
        String line = line(row);
        if (row.change() != Change.SAME) {
          text.append(before).append(line);
          before = "";
        } else if (differed) {
          text.append(line);
          before = "";
        } else {
          before = line;
        }
        differed = row.change() != Change.SAME;
      }
      entries(text, "constant", pair.constants());
      entries(text, "name", pair.names());
      entries(text, "handler", pair.exceptionTable());
      entries(text, "flag", pair.flags());
    }
    return text.toString();
  }

  private static void entries(StringBuilder text, String kind, Iterable<CodeDiff.Entry> entries) {
    for (CodeDiff.Entry entry : entries) {
      if (entry.change() != Change.SAME) {
        text.append(
            "  %s %s %s%s\n".formatted(kind, entry.change().word(), entry.left(), entry.right()));
      }
    }
  }

  private static String line(CodeDiff.Row row) {
    return "  %-7s %-44s | %s"
            .formatted(row.change().word(), instruction(row.left()), instruction(row.right()))
            .stripTrailing()
        + "\n";
  }

  private static String instruction(Optional<Instruction> side) {
    return side.map(one ->
            (one.line().isPresent() ? one.line().getAsInt() : "-")
                + " "
                + one.opname()
                + (one.argrepr().isEmpty() ? "" : " " + one.argrepr()))
        .orElse("");
  }
}
