package io.suturescope.importers.marshal;

import io.suturescope.importers.disassembly.Opcode;
import io.suturescope.importers.disassembly.OpcodeTable;
import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.PyCode;
import java.util.Optional;

/// Walks code with the opcodes of one CPython version and tells whether they fit: opcodes that a
/// compiler writes, empty caches, and a RESUME (codesuture.md 13).
final class OpcodeWalk {
  private final OpcodeTable table;
  private Optional<String> misfit = Optional.empty();
  private Optional<String> strayJump = Optional.empty();
  private int fitting;

  OpcodeWalk(OpcodeTable table) {
    this.table = table;
  }

  String python() {
    return table.python();
  }

  boolean fits() {
    return misfit.isEmpty();
  }

  /// Why the first code that does not fit does not.
  Optional<String> misfit() {
    return misfit;
  }

  /// The first jump to a place outside its code.
  Optional<String> strayJump() {
    return strayJump;
  }

  /// How many units fitted before the first that did not.
  int fitting() {
    return fitting;
  }

  /// Adds one code object; after the first misfit the rest is not looked at.
  void add(PyCode code) {
    Bytes bytes = code.code();
    int units = bytes.size() / 2;
    boolean resumed = units == 0;
    long argument = 0;
    int unit = 0;
    while (unit < units && fits()) {
      int number = bytes.at(2 * unit);
      argument = ((argument << 8) | bytes.at(2 * unit + 1)) & 0xffff_ffffL;
      Optional<Opcode> opcode = table.opcode(number).filter(Opcode::compiled);
      if (opcode.isEmpty()) {
        miss("undefined opcode " + number, code, unit);
      } else {
        resumed |= number == table.resume();
        unit = step(code, opcode.get(), unit, argument);
        argument = number == table.extendedArg() ? argument : 0;
      }
    }
    if (fits() && !resumed) {
      miss("no RESUME", code, unit);
    }
  }

  private int step(PyCode code, Opcode opcode, int unit, long argument) {
    Bytes bytes = code.code();
    int units = bytes.size() / 2;
    int next = unit + 1 + opcode.caches();
    for (int cache = unit + 1; cache < next; cache++) {
      if (cache >= units || bytes.at(2 * cache) != 0 || bytes.at(2 * cache + 1) != 0) {
        miss("caches not empty after " + opcode.name(), code, unit);
        return next;
      }
    }
    long target = opcode.target(unit, argument);
    if (opcode.jump() != Opcode.Jump.NONE
        && strayJump.isEmpty()
        && (target < 0 || target >= units)) {
      strayJump = Optional.of("a jump out of the code" + place(code, unit));
    }
    fitting += next - unit;
    return next;
  }

  private void miss(String what, PyCode code, int unit) {
    misfit = Optional.of(what + place(code, unit));
  }

  private static String place(PyCode code, int unit) {
    return " at offset " + 2L * unit + " of " + CodeChecks.shown(code);
  }
}
