package io.suturescope.model.bytecode;

/// Shows values as Python would write them, shortened to a given number of characters.
public final class PyRendering {
  private PyRendering() {}

  /// One line of at most `limit` characters plus an ellipsis, whatever the value: time and memory
  /// follow the limit, not the size of the value. Control characters are escaped. Code objects are
  /// shown by their qualified names, large numbers by their size; [PyRepr] is exact.
  public static String shortened(PyValue value, int limit) {
    return PyRepr.shortened(value, limit);
  }
}
