package io.suturescope.model.guard;

import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.bytecode.PyNone;
import java.util.List;
import java.util.Set;

/// Instructions that CodeSuture writes and compilers do not, where no whole guard was recognised.
final class Leftovers {
  private static final Set<String> OWN_VARIABLES =
      Set.of("_codesuture_key", "_codesuture_cont", "_lp_chain");

  private Leftovers() {}

  /// True when there is at least one.
  static boolean in(List<Unit> units) {
    for (int unit = 0; unit < units.size(); unit++) {
      boolean last = unit + 1 == units.size();
      if (own(units.get(unit).instruction())
          || (!last && (test(units, unit) || replacedConstant(units, unit)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean own(Instruction instruction) {
    return instruction.operand() instanceof Operand.Variables(List<String> names)
        && names.stream().anyMatch(OWN_VARIABLES::contains);
  }

  // Compilers have one instruction for a jump on None.
  private static boolean test(List<Unit> units, int unit) {
    return units.get(unit).is("IS_OP") && units.get(unit + 1).opname().startsWith("POP_JUMP_");
  }

  // A None that was stored in a variable, and was made the default: it has no columns, as the
  // instructions around it do, or no place at all, as the None at the end of `except` has.
  private static boolean replacedConstant(List<Unit> units, int unit) {
    Instruction constant = units.get(unit).instruction();
    Instruction store = units.get(unit + 1).instruction();
    if (!constant.opname().equals("LOAD_CONST") || !store.opname().equals("STORE_FAST")) {
      return false;
    }
    boolean none =
        constant.operand() instanceof Operand.Constant(_, var value) && value == PyNone.INSTANCE;
    return constant.position().filter(Position::hasColumns).isEmpty()
        && (store.position().filter(Position::hasColumns).isPresent()
            || (store.position().isEmpty() && !none));
  }
}
