package io.suturescope.model.bytecode;

/// `True` or `False`.
public record PyBool(boolean value) implements PyValue {
  /// `True`.
  public static final PyBool TRUE = new PyBool(true);

  /// `False`.
  public static final PyBool FALSE = new PyBool(false);
}
