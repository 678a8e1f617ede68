package io.suturescope.model.bytecode;

import java.util.List;

/// A `dict`.
///
/// Equal only to itself (see [PyValue]).
///
/// @param entries in the order of the bytes; hostile bytes may repeat a key or use one that Python
///   could not hash
public record PyDict(List<Entry> entries) implements PyValue {
  /// One key with its value.
  public record Entry(PyValue key, PyValue value) {}

  public PyDict {
    entries = List.copyOf(entries);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "dict of " + entries.size();
  }
}
