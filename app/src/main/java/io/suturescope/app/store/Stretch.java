package io.suturescope.app.store;

import java.util.ArrayList;
import java.util.List;

/// A stretch of time as few rows of roll-ups as possible, and raw rows only at its ragged ends.
///
/// @param level of {@link RollUps}, or {@link #RAW}
/// @param from first slot, or microsecond when raw
/// @param until first slot after, or microsecond when raw
record Stretch(int level, long from, long until) {

  static final int RAW = 3;

  long unit() {
    return level == RollUps.DAYS ? Codes.DAY : Codes.HOUR;
  }

  /// Cuts `[from, until)` in microseconds into stretches.
  ///
  /// @param coarsest {@link RollUps#ALL} when only the sum matters, else the longest slot that no
  ///   boundary cuts
  static List<Stretch> of(long from, long until, int coarsest) {
    if (coarsest == RollUps.ALL && from == Long.MIN_VALUE && until == Long.MAX_VALUE) {
      return List.of(new Stretch(RollUps.ALL, 0, 1));
    }
    List<Stretch> all = new ArrayList<>();
    cut(all, from, until, coarsest == RAW ? RAW : Math.max(coarsest, RollUps.DAYS));
    return all;
  }

  private static void cut(List<Stretch> all, long from, long until, int level) {
    if (from >= until) {
      return;
    }
    if (level == RAW) {
      all.add(new Stretch(RAW, from, until));
      return;
    }
    long unit = level == RollUps.DAYS ? Codes.DAY : Codes.HOUR;
    long first = from == Long.MIN_VALUE ? from / unit : -Math.floorDiv(-from, unit);
    long last = until == Long.MAX_VALUE ? until / unit : Math.floorDiv(until, unit);
    int finer = level + 1;
    if (first >= last) {
      cut(all, from, until, finer);
      return;
    }
    if (from != Long.MIN_VALUE) {
      cut(all, from, first * unit, finer);
    }
    all.add(new Stretch(level, first, last));
    if (until != Long.MAX_VALUE) {
      cut(all, last * unit, until, finer);
    }
  }
}
