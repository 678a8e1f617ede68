package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

/// Goes through code instruction by instruction, as `dis` does: over the caches, with the
/// EXTENDED_ARG prefixes as instructions of their own.
final class UnitWalk {
  // In 3.11 the number of an opcode tells whether it has an argument, known or not.
  private static final int FIRST_WITH_ARGUMENT_3_11 = 90;

  private final Bytes code;
  private final OpcodeTable table;
  private int next;
  private int unit;
  private int number;
  private Optional<Opcode> opcode = Optional.empty();
  private OptionalInt argument = OptionalInt.empty();
  private int prefix;

  UnitWalk(Bytes code, OpcodeTable table) {
    this.code = code;
    this.table = table;
  }

  /// Steps to the next instruction; false at the end of the code.
  boolean step() {
    if (2 * next + 1 >= code.size()) {
      return false;
    }
    unit = next;
    number = code.at(2 * unit);
    opcode = table.opcode(number);
    argument = hasArgument() ? OptionalInt.of(prefix | code.at(2 * unit + 1)) : OptionalInt.empty();
    // CPython's arguments are signed 32-bit numbers that wrap as Java's do.
    prefix = number == table.extendedArg() ? argument.orElseThrow() << 8 : 0;
    next = unit + 1 + opcode.map(Opcode::caches).orElse(0);
    return true;
  }

  private boolean hasArgument() {
    return opcode
        .map(known -> known.meaning() != Meaning.NONE)
        .orElse(table.minor() == 11 && number >= FIRST_WITH_ARGUMENT_3_11);
  }

  int unit() {
    return unit;
  }

  int number() {
    return number;
  }

  /// Empty for a number that is no opcode of this Python.
  Optional<Opcode> opcode() {
    return opcode;
  }

  OptionalInt argument() {
    return argument;
  }

  /// Where the instruction jumps to, in bytes, if it is a jump.
  OptionalInt target() {
    if (opcode.isEmpty() || opcode.get().jump() == Opcode.Jump.NONE) {
      return OptionalInt.empty();
    }
    long target = 2 * opcode.get().target(unit, argument.orElseThrow());
    return OptionalInt.of(Math.clamp(target, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
