package io.suturescope.model.alert;

import java.util.Arrays;

/// The latest moments of one function, in microseconds, oldest first.
final class RecentTimes {

  private static final int FEW = 4;

  private long[] times = new long[FEW];
  private int first;
  private int count;

  /// Adds a moment, forgets those that no longer matter, and says how many there are.
  ///
  /// @param most more than these need not be known
  /// @param window those that lie so far back or farther are forgotten
  int add(long time, int most, long window) {
    if (count == times.length) {
      times = unrolled();
      first = 0;
    }
    times[(first + count) % times.length] = time;
    count++;
    while (count > most || isOver(time - times[first], window)) {
      first = (first + 1) % times.length;
      count--;
    }
    return count;
  }

  /// A negative age is one that is too long for a number.
  private static boolean isOver(long age, long window) {
    return age < 0 || age >= window;
  }

  private long[] unrolled() {
    long[] longer = Arrays.copyOf(Arrays.copyOfRange(times, first, times.length), 2 * count);
    System.arraycopy(times, 0, longer, times.length - first, first);
    return longer;
  }
}
