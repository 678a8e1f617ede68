package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// One instruction with the EXTENDED_ARG rows before it, which belong to it.
///
/// @param size in bytes, caches included, prefixes not
record Unit(List<Instruction> prefixes, Instruction instruction, int size) {

  Unit {
    prefixes = List.copyOf(prefixes);
  }

  /// The units of a listing; empty when it ends in the middle of one.
  static List<Unit> of(CodeListing listing) {
    List<Instruction> rows = listing.instructions();
    List<Unit> units = new ArrayList<>();
    List<Instruction> prefixes = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Instruction instruction = rows.get(row);
      if (instruction.opname().equals("EXTENDED_ARG")) {
        prefixes.add(instruction);
      } else {
        int end = row + 1 < rows.size() ? rows.get(row + 1).offset() : listing.code().code().size();
        units.add(new Unit(prefixes, instruction, end - instruction.offset()));
        prefixes.clear();
      }
    }
    return prefixes.isEmpty() ? units : List.of();
  }

  /// Where jumps to it go.
  int start() {
    return prefixes.isEmpty() ? instruction.offset() : prefixes.getFirst().offset();
  }

  String opname() {
    return instruction.opname();
  }

  boolean is(String opname) {
    return instruction.opname().equals(opname);
  }

  int arg() {
    return instruction.arg().orElse(0);
  }

  /// The offset that it jumps to, when it is a jump.
  OptionalInt target() {
    return instruction.operand() instanceof Operand.Jump(int target)
        ? OptionalInt.of(target)
        : OptionalInt.empty();
  }
}
