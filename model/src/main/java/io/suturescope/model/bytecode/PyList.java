package io.suturescope.model.bytecode;

import java.util.List;

/// A `list`.
///
/// Equal only to itself (see [PyValue]).
public record PyList(List<PyValue> items) implements PyValue {
  public PyList {
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
    return "list of " + items.size();
  }
}
