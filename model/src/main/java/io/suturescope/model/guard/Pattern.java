package io.suturescope.model.guard;

import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyNone;
import io.suturescope.model.bytecode.PyRendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sequence of instructions as CodeSuture inserts it, with names for what differs.
///
/// A step is an opcode and an operand. `$x` stands for any variable, attribute or constant, the
/// same one wherever it is written; `end:` marks the place that `JUMP_TRUE end` jumps to. `CALL 2`
/// is PRECALL and CALL on 3.11; `GLOBAL_NULL len` is a LOAD_GLOBAL that gets a call ready.
final class Pattern {
  private record Step(String opname, String operand) {}

  private final List<Step> steps;

  private Pattern(List<Step> steps) {
    this.steps = steps;
  }

  static Pattern of(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      steps.add(
          space < 0
              ? new Step(line, "")
              : new Step(line.substring(0, space), line.substring(space + 1)));
    }
    return new Pattern(steps);
  }

  /// A match with the index behind the last unit.
  record Found(Match match, int end) {}

  /// Looks whether the units from `at` on are this sequence, jumps included.
  Optional<Found> at(List<Unit> units, int at) {
    if (!fits(steps.getFirst(), units.get(at), new Match())) {
      return Optional.empty();
    }
    Match match = new Match();
    Map<String, Integer> places = new HashMap<>();
    Map<Integer, String> jumps = new HashMap<>();
    int unit = at;
    for (Step step : steps) {
      if (step.opname.endsWith(":")) {
        places.put(step.opname.substring(0, step.opname.length() - 1), unit);
        continue;
      }
      if (unit < units.size() && step.opname.equals("CALL") && precedes(units.get(unit), step)) {
        unit++;
      }
      if (unit >= units.size() || !fits(step, units.get(unit), match)) {
        return Optional.empty();
      }
      if (units.get(unit).target().isPresent()) {
        jumps.put(unit, step.operand);
      }
      unit++;
    }
    boolean right =
        jumps.entrySet().stream()
            .allMatch(
                jump -> leads(units, jump.getKey(), places.getOrDefault(jump.getValue(), -1)));
    return right ? Optional.of(new Found(match, unit)) : Optional.empty();
  }

  private static boolean precedes(Unit unit, Step call) {
    return unit.is("PRECALL") && String.valueOf(unit.arg()).equals(call.operand);
  }

  private static boolean leads(List<Unit> units, int jump, int place) {
    return place > jump
        && place < units.size()
        && units.get(jump).target().orElse(-1) == units.get(place).start();
  }

  private static boolean fits(Step step, Unit unit, Match match) {
    return switch (step.opname) {
      case "JUMP_TRUE" -> unit.is("POP_JUMP_FORWARD_IF_TRUE") || unit.is("POP_JUMP_IF_TRUE");
      case "JUMP_FALSE" -> unit.is("POP_JUMP_FORWARD_IF_FALSE") || unit.is("POP_JUMP_IF_FALSE");
      case "JUMP_FORWARD" -> unit.is("JUMP_FORWARD");
      case "GLOBAL" -> global(unit, 0) && operand(step.operand, unit, match);
      case "GLOBAL_NULL" -> global(unit, 1) && operand(step.operand, unit, match);
      default -> unit.is(step.opname) && operand(step.operand, unit, match);
    };
  }

  private static boolean global(Unit unit, int nulls) {
    return unit.is("LOAD_GLOBAL") && (unit.arg() & 1) == nulls;
  }

  private static boolean operand(String wanted, Unit unit, Match match) {
    return switch (unit.instruction().operand()) {
      case Operand.Constant(int index, var value) ->
          wanted.startsWith("$")
              ? match.constant(wanted.substring(1), index, value)
              : wanted.equals("None")
                  ? value == PyNone.INSTANCE
                  : PyRendering.shortened(value, wanted.length()).equals(wanted);
      case Operand.Name(_, String name, _) -> name(wanted, name, match);
      case Operand.Variables(List<String> names) ->
          names.size() == 1 && name(wanted, names.getFirst(), match);
      case Operand.Symbol(_, String text) -> wanted.equals(text);
      default -> wanted.isEmpty() || wanted.equals(String.valueOf(unit.arg()));
    };
  }

  private static boolean name(String wanted, String name, Match match) {
    return wanted.startsWith("$") ? match.name(wanted.substring(1), name) : wanted.equals(name);
  }
}
