package io.suturescope.model.bytecode;

import java.util.List;

/// A `tuple`.
///
/// Equal only to itself (see [PyValue]).
public record PyTuple(List<PyValue> items) implements PyValue {
  public PyTuple {
    items = List.copyOf(items);
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
    return "tuple of " + items.size();
  }
}
