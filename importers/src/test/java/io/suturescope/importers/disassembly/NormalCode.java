package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyRepr;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Code without what two tools may write differently: offsets, prefixes, and indexes.
final class NormalCode {
  private NormalCode() {}

  /// One line an instruction, then one a handler; places are counted in instructions.
  static List<String> of(CodeListing listing) {
    Map<Integer, Integer> places = new HashMap<>();
    int place = 0;
    for (Instruction instruction : listing.instructions()) {
      places.put(instruction.offset(), place);
      place += instruction.opname().equals("EXTENDED_ARG") ? 0 : 1;
    }
    List<String> lines = new ArrayList<>();
    for (Instruction instruction : listing.instructions()) {
      if (!instruction.opname().equals("EXTENDED_ARG")) {
        lines.add(instruction.opname() + " " + operand(instruction, places));
      }
    }
    for (ExceptionEntry entry : listing.exceptionTable()) {
      lines.add(
          "%d to %d -> %d depth %d %s"
              .formatted(
                  places.get(entry.start()),
                  places.getOrDefault(entry.end(), place),
                  places.get(entry.target()),
                  entry.depth(),
                  entry.lasti()));
    }
    return lines;
  }

  private static String operand(Instruction instruction, Map<Integer, Integer> places) {
    return switch (instruction.operand()) {
      case Operand.Jump(int target) -> "-> " + places.get(target);
      case Operand.Constant(_, PyValue value) -> constant(value);
      case Operand.Name(_, String name, String rest) -> name + " " + rest;
      case Operand.Variables(List<String> names) -> names.toString();
      case Operand.Symbol(_, String text) -> text;
      default ->
          instruction.opname().equals("KW_NAMES")
              ? ""
              : String.valueOf(instruction.arg().isPresent() ? instruction.arg().getAsInt() : "");
    };
  }

  private static String constant(PyValue value) {
    return value instanceof PyCode code ? "code " + code.qualname() : PyRepr.of(value);
  }
}
