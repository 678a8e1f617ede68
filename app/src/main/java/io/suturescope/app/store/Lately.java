package io.suturescope.app.store;

import java.util.Arrays;

/// Ids of combinations of values met lately, in a bounded table in which newer ones push out older
/// ones: one look-up instead of one for each value.
final class Lately {

  private static final int SLOTS = 1 << 14;

  private final Object[][] keys = new Object[SLOTS][0];
  private final long[] ids = new long[SLOTS];

  /// The id of a combination, 0 when it is not known.
  long find(Object[] values) {
    int slot = slot(values);
    return Arrays.equals(keys[slot], values) ? ids[slot] : 0;
  }

  void keep(Object[] values, long id) {
    int slot = slot(values);
    keys[slot] = values;
    ids[slot] = id;
  }

  private static int slot(Object[] values) {
    int hash = Arrays.hashCode(values) * 0x9e3779b1;
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }
}
