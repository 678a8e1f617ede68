package io.suturescope.importers.original;

import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.PyCode;
import java.util.HashSet;
import java.util.List;

/// Tells whether a code object is the one that a patched one was made from. A guard keeps name,
/// first line and parameters, and only adds variables.
final class SameFunction {

  private static final int VARIADIC = CodeShape.VARARGS | CodeShape.VARKEYWORDS;

  private final PyCode patched;

  SameFunction(PyCode patched) {
    this.patched = patched;
  }

  boolean fits(PyCode original) {
    return sameNameAndParameters(original)
        && original.firstlineno() == patched.firstlineno()
        && new HashSet<>(patched.varnames()).containsAll(original.varnames());
  }

  /// The same function by name, wherever it begins.
  boolean sameNameAndParameters(PyCode original) {
    CodeShape a = original.shape();
    CodeShape b = patched.shape();
    return original.qualname().equals(patched.qualname())
        && a.argCount() == b.argCount()
        && a.posOnlyArgCount() == b.posOnlyArgCount()
        && a.kwOnlyArgCount() == b.kwOnlyArgCount()
        && (a.flags() & VARIADIC) == (b.flags() & VARIADIC)
        && parameters(original).equals(parameters(patched));
  }

  private static List<String> parameters(PyCode code) {
    List<String> names = code.varnames();
    int count = code.argcount() + code.kwonlyargcount();
    return names.subList(0, Math.clamp(count, 0, names.size()));
  }
}
