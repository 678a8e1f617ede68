package io.suturescope.model.bytecode;

import java.util.List;

/// A `set` or `frozenset`.
///
/// Equal only to itself (see [PyValue]).
///
/// @param items in the order of the bytes, which has no meaning; hostile bytes may repeat an item
public record PySet(List<PyValue> items, boolean frozen) implements PyValue {
  public PySet {
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
    return (frozen ? "frozenset of " : "set of ") + items.size();
  }
}
