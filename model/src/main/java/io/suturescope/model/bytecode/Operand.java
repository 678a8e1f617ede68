package io.suturescope.model.bytecode;

import java.util.List;

/// What the argument of an instruction means.
public sealed interface Operand {

  /// The instruction has no argument, or a number that says nothing by itself.
  record None() implements Operand {}

  /// A count, a set of flags or another number.
  record Count(int value) implements Operand {}

  /// A constant of the code object.
  record Constant(int index, PyValue value) implements Operand {}

  /// A global, attribute or imported name.
  ///
  /// @param rest what `dis` adds to it, such as "+ NULL|self"; may be empty
  record Name(int index, String name, String rest) implements Operand {}

  /// Local, cell or free variables: one, or two in the doubled instructions of 3.13 and 3.14.
  record Variables(List<String> names) implements Operand {
    public Variables {
      names = List.copyOf(names);
    }
  }

  /// The target of a jump, as an offset in bytes; any number in damaged code.
  record Jump(int target) implements Operand {}

  /// An operator, a comparison, a conversion, an intrinsic: its text as `dis` prints it.
  record Symbol(int value, String text) implements Operand {}
}
