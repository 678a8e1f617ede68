package io.suturescope.model.guard;

import io.suturescope.model.bytecode.PyRepr;
import io.suturescope.model.bytecode.PyValue;
import java.util.HashMap;
import java.util.Map;

/// What the names in a [Pattern] stand for in a piece of code that it fits.
final class Match {
  private static final int LONGEST = 80;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, PyValue> constants = new HashMap<>();
  private final Map<String, Integer> indexes = new HashMap<>();

  /// Remembers a variable or an attribute; false when it stands for another one already.
  boolean name(String key, String name) {
    String before = names.putIfAbsent(key, name);
    return before == null || before.equals(name);
  }

  /// Remembers a constant; false when the name stands for another one already.
  boolean constant(String key, int index, PyValue value) {
    Integer before = indexes.putIfAbsent(key, index);
    constants.putIfAbsent(key, value);
    return before == null || before == index;
  }

  String name(String key) {
    return names.getOrDefault(key, "");
  }

  /// As Python writes it; empty when there is no such constant.
  String constantText(String key) {
    PyValue value = constants.get(key);
    return value == null ? "" : PyRepr.of(value, LONGEST, 12);
  }

  PyValue constant(String key) {
    PyValue value = constants.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no constant " + key + " in the pattern");
    }
    return value;
  }
}
