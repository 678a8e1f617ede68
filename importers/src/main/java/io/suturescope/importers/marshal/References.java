package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.PyValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values that later bytes may refer to by number.
///
/// A value with parts takes its number before its parts are read, so a part can name a value that
/// does not exist yet; that is refused, and values can therefore never contain themselves.
final class References {
  // Null until the value is complete: there may be millions, so no box around each.
  private @Nullable PyValue[] slots = new PyValue[16];
  private int[] levels = new int[16];
  private int count;

  int reserve() {
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, count * 2);
      levels = Arrays.copyOf(levels, count * 2);
    }
    return count++;
  }

  void fill(int slot, PyValue value, int levelsOfValue) {
    slots[slot] = value;
    levels[slot] = levelsOfValue;
  }

  /// How many levels the value of a filled slot has.
  int levels(int slot) {
    return levels[slot];
  }

  PyValue get(int slot, int offset) throws Malformed {
    if (slot < 0 || slot >= count) {
      throw new Malformed(
          "reference to the unknown value " + Integer.toUnsignedString(slot), offset);
    }
    PyValue value = slots[slot];
    if (value == null) {
      throw new Malformed("reference to a value that is not complete", offset);
    }
    return value;
  }
}
