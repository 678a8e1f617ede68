package io.suturescope.model.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives equal things equal numbers, from 0 upwards, so that [HistogramDiff] can compare them.
public final class Symbols {

  private final Map<Object, Integer> numbers;

  public Symbols() {
    this(8);
  }

  /// @param expected about how many different things there will be
  Symbols(int expected) {
    this.numbers = HashMap.newHashMap(expected);
  }

  /// The number of each thing; the same for equal things of all lists asked for.
  public int[] of(List<?> things) {
    int[] symbols = new int[things.size()];
    int at = 0;
    for (Object thing : things) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(thing, next);
      symbols[at++] = known == null ? next : known;
    }
    return symbols;
  }
}
