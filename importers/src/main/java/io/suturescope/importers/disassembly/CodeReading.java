package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.PyCode;
import java.util.ArrayList;
import java.util.List;

/// Reads the instructions of one code object.
final class CodeReading {
  private final UnitWalk walk;
  private final JumpTargets targets;
  private final Arguments arguments;
  private final LocationTable locations;

  private CodeReading(PyCode code, OpcodeTable table, ListingBudget budget, int limit) {
    this.walk = new UnitWalk(code.code(), table);
    this.targets = JumpTargets.of(code.code(), table, limit);
    this.arguments = new Arguments(code, table, targets, budget);
    this.locations = new LocationTable(code.linetable(), code.firstlineno());
  }

  /// The first `limit` instructions.
  static List<Instruction> instructions(
      PyCode code, OpcodeTable table, ListingBudget budget, int limit) {
    CodeReading reading = new CodeReading(code, table, budget, limit);
    List<Instruction> instructions = new ArrayList<>();
    while (instructions.size() < limit && reading.walk.step()) {
      instructions.add(reading.instruction());
    }
    return instructions;
  }

  private Instruction instruction() {
    locations.moveTo(walk.unit());
    Arguments.Shown shown = arguments.at(walk);
    int offset = 2 * walk.unit();
    return new Instruction(
        offset,
        walk.opcode().map(Opcode::name).orElseGet(() -> "<" + walk.number() + ">"),
        walk.number(),
        walk.argument(),
        shown.text(),
        shown.operand(),
        targets.contains(offset),
        locations.line(),
        locations.position());
  }
}
