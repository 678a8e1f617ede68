package io.suturescope.model.bytecode;

/// A `slice` constant, written since CPython 3.14.
///
/// Equal only to itself (see [PyValue]).
public record PySlice(PyValue start, PyValue stop, PyValue step) implements PyValue {
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
    return "slice";
  }
}
