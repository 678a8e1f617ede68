package io.suturescope.model.bytecode;

/// The class `StopIteration`, which marshal writes as a constant of its own.
public enum PyStopIteration implements PyValue {
  /// The only one.
  INSTANCE
}
