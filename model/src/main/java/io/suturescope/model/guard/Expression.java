package io.suturescope.model.guard;

import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.PyRepr;
import java.util.List;
import java.util.Optional;

/// Reads simple expressions back from the instructions that compute them.
final class Expression {
  private static final int DEEPEST = 12;
  private static final int LONGEST = 60;

  private final List<Unit> units;
  private int next;

  private Expression(List<Unit> units, int end) {
    this.units = units;
    this.next = end - 1;
  }

  /// The expression whose value lies on top of the stack before the unit at `end`, such as
  /// `row['size']`; empty when it is not a simple one.
  static Optional<String> before(List<Unit> units, int end) {
    return new Expression(units, end).read(0);
  }

  /// `container[key]` of the two values on top of the stack.
  static Optional<String> subscript(List<Unit> units, int end) {
    return new Expression(units, end).subscript(0);
  }

  private Optional<String> read(int depth) {
    if (next < 0 || depth > DEEPEST) {
      return Optional.empty();
    }
    Unit unit = units.get(next--);
    return switch (unit.opname()) {
      case "LOAD_FAST",
          "LOAD_FAST_CHECK",
          "LOAD_DEREF",
          "LOAD_NAME",
          "LOAD_FAST_BORROW",
          "LOAD_FAST_LOAD_FAST",
          "STORE_FAST_LOAD_FAST" ->
          name(unit);
      case "LOAD_GLOBAL" -> (unit.arg() & 1) == 0 ? name(unit) : Optional.empty();
      case "LOAD_CONST" ->
          unit.instruction().operand() instanceof Operand.Constant(_, var value)
              ? Optional.of(PyRepr.of(value, LONGEST, 12))
              : Optional.empty();
      case "LOAD_ATTR" -> {
        Optional<String> attribute = name(unit);
        yield read(depth + 1).flatMap(object -> attribute.map(name -> object + "." + name));
      }
      case "BINARY_SUBSCR" -> subscript(depth + 1);
      default -> Optional.empty();
    };
  }

  private Optional<String> subscript(int depth) {
    Optional<String> key = read(depth);
    return key.isEmpty() ? key : read(depth).map(container -> container + "[" + key.get() + "]");
  }

  // Of a doubled instruction only the second variable lies on top, so nothing below is read.
  private Optional<String> name(Unit unit) {
    return switch (unit.instruction().operand()) {
      case Operand.Name(_, String name, String rest) ->
          rest.isEmpty() ? Optional.of(name) : Optional.empty();
      case Operand.Variables(List<String> names) -> {
        if (names.size() > 1) {
          next = -1;
        }
        yield names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
      }
      default -> Optional.empty();
    };
  }
}
