package io.suturescope.model.bytecode;

/// `...`.
public enum PyEllipsis implements PyValue {
  /// The only one.
  INSTANCE
}
