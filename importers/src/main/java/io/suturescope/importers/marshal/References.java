package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The values that later bytes may refer to by number.
///
/// A value with parts takes its number before its parts are read, so a part can name a value that
/// does not exist yet; that is refused, and values can therefore never contain themselves.
final class References {
  private final List<Optional<PyValue>> slots = new ArrayList<>();

  int reserve() {
    slots.add(Optional.empty());
    return slots.size() - 1;
  }

  void fill(int slot, PyValue value) {
    slots.set(slot, Optional.of(value));
  }

  PyValue get(int slot, int offset) throws Malformed {
    if (slot < 0 || slot >= slots.size()) {
      throw new Malformed(
          "reference to the unknown value " + Integer.toUnsignedString(slot), offset);
    }
    return slots
        .get(slot)
        .orElseThrow(() -> new Malformed("reference to a value that is not complete", offset));
  }
}
