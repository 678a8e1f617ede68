package io.suturescope.model.guard;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The constants, names and variables of a function without those that only its guards use.
final class Tables {
  private static final List<String> OWN_VARIABLES =
      List.of("_codesuture_key", "_codesuture_cont", "_lp_chain");

  private final PyCode code;
  private final BitSet constants;
  private final BitSet names;
  private final BitSet variables = new BitSet();

  /// Tells them from the units that go and those that stay.
  Tables(PyCode code, List<Unit> gone, List<Unit> kept) {
    this.code = code;
    constants = used(gone, Operand.Constant.class);
    constants.andNot(used(kept, Operand.Constant.class));
    // The first constant is the place of the documentation, used or not.
    constants.clear(0);
    names = used(gone, Operand.Name.class);
    names.andNot(used(kept, Operand.Name.class));
    for (int slot = 0; slot < code.localsplusnames().size(); slot++) {
      boolean own = !gone.isEmpty() && OWN_VARIABLES.contains(code.localsplusnames().get(slot));
      variables.set(slot, own && slot < code.localspluskinds().size());
    }
  }

  private static BitSet used(List<Unit> units, Class<? extends Operand> kind) {
    BitSet used = new BitSet();
    for (Unit unit : units) {
      switch (unit.instruction().operand()) {
        case Operand.Constant(int index, _) when kind == Operand.Constant.class -> used.set(index);
        case Operand.Name(int index, _, _) when kind == Operand.Name.class -> used.set(index);
        default -> {
          if (unit.is("KW_NAMES") && kind == Operand.Constant.class) {
            used.set(unit.arg());
          }
        }
      }
    }
    return used;
  }

  /// The code object with these tables and this code, without the tables of lines and handlers:
  /// they would be those of the guarded code.
  PyCode trimmed(Bytes bytes) {
    CodeLocals locals =
        new CodeLocals(without(code.localsplusnames(), variables), kinds(code.localspluskinds()));
    return new PyCode(
        code.shape(),
        bytes,
        new PyTuple(without(code.consts(), constants)),
        without(code.names(), names),
        locals,
        code.origin(),
        Bytes.EMPTY,
        Bytes.EMPTY);
  }

  private static <T> List<T> without(List<T> all, BitSet gone) {
    List<T> left = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      if (!gone.get(index)) {
        left.add(all.get(index));
      }
    }
    return left;
  }

  private Bytes kinds(Bytes kinds) {
    byte[] left = new byte[kinds.size()];
    int size = 0;
    for (int slot = 0; slot < kinds.size(); slot++) {
      if (!variables.get(slot)) {
        left[size++] = (byte) kinds.at(slot);
      }
    }
    return Bytes.copyOf(left, 0, size);
  }

  /// The operand with its new index.
  Operand operand(Unit unit) {
    return switch (unit.instruction().operand()) {
      case Operand.Constant(int index, PyValue value) ->
          new Operand.Constant(moved(index, constants), value);
      case Operand.Name(int index, String name, String rest) ->
          new Operand.Name(moved(index, names), name, rest);
      case Operand other -> other;
    };
  }

  /// The argument with its new index.
  int arg(Unit unit) {
    int arg = unit.arg();
    return switch (unit.instruction().operand()) {
      case Operand.Constant _ -> moved(arg, constants);
      case Operand.Name(int index, _, _) -> name(arg, index);
      case Operand.Variables(List<String> all) ->
          all.size() == 2
              ? (moved(arg >> 4, variables) << 4) | moved(arg & 15, variables)
              : moved(arg, variables);
      default -> unit.is("KW_NAMES") ? moved(arg, constants) : arg;
    };
  }

  // Below the index lie no, one or two bits, by opcode and version.
  private int name(int arg, int index) {
    for (int bits = 0; bits < 3 && index > 0; bits++) {
      if (arg >> bits == index) {
        return (moved(index, names) << bits) | (arg & ((1 << bits) - 1));
      }
    }
    return arg;
  }

  private static int moved(int index, BitSet gone) {
    return index - gone.get(0, Math.max(index, 0)).cardinality();
  }
}
