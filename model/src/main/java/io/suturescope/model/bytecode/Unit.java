package io.suturescope.model.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An instruction with the EXTENDED_ARG prefixes before it.
///
/// @param key equal for units that do the same
record Unit(List<Instruction> prefixes, Instruction instruction, Key key) {

  private static final String PREFIX = "EXTENDED_ARG";

  /// What an instruction does: where it stands, and where its constants, names and variables do, is
  /// left out. So is where it jumps to, which is compared once both sides are aligned.
  record Key(String opname, Object meaning) {}

  /// A key in its place of the source.
  record Placed(Key key, int line, int column, int endColumn) {}

  /// All units of a listing; a prefix at the very end is a unit of its own.
  static List<Unit> of(CodeListing code) {
    ConstantTexts constants = new ConstantTexts();
    List<Unit> units = new ArrayList<>(code.instructions().size());
    List<Instruction> prefixes = new ArrayList<>();
    int rest = code.instructions().size();
    for (Instruction instruction : code.instructions()) {
      rest--;
      if (instruction.opname().equals(PREFIX) && rest > 0) {
        prefixes.add(instruction);
      } else {
        units.add(new Unit(List.copyOf(prefixes), instruction, key(instruction, constants)));
        prefixes.clear();
      }
    }
    return units;
  }

  private static Key key(Instruction instruction, ConstantTexts constants) {
    Object meaning =
        switch (instruction.operand()) {
          case Operand.None _, Operand.Jump _ -> "";
          case Operand.Count count -> count.value();
          case Operand.Constant constant -> constants.of(constant.value());
          case Operand.Name name -> List.of(name.name(), name.rest());
          case Operand.Variables variables -> variables.names();
          case Operand.Symbol symbol -> symbol;
        };
    return new Key(instruction.opname(), meaning);
  }

  /// The key with the place in the source, counted from the first line of the code.
  Placed placed(int firstLine) {
    return instruction
        .position()
        .map(at -> new Placed(key, at.line() - firstLine, at.column(), at.endColumn()))
        .orElseGet(() -> new Placed(key, Integer.MIN_VALUE, 0, 0));
  }

  /// The prefixes and the instruction.
  List<Instruction> all() {
    List<Instruction> all = new ArrayList<>(prefixes);
    all.add(instruction);
    return all;
  }

  /// The index of the unit at each offset, those of prefixes included.
  static Map<Integer, Integer> byOffset(List<Unit> units) {
    Map<Integer, Integer> index = HashMap.newHashMap(units.size());
    for (int at = 0; at < units.size(); at++) {
      Unit unit = units.get(at);
      for (Instruction prefix : unit.prefixes()) {
        index.put(prefix.offset(), at);
      }
      index.put(unit.instruction().offset(), at);
    }
    return index;
  }
}
