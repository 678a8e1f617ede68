package io.suturescope.app.store;

import java.util.Arrays;

/// A row of numbers as a key.
final class Numbers {

  private final long[] values;
  private final long hash;

  Numbers(long... values) {
    this.values = values;
    this.hash = Words.hash(values);
  }

  long hash() {
    return hash;
  }

  int size() {
    return values.length;
  }

  long get(int index) {
    return values[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }
}
