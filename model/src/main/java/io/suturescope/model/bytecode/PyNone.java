package io.suturescope.model.bytecode;

/// `None`.
public enum PyNone implements PyValue {
  /// The only one.
  INSTANCE
}
