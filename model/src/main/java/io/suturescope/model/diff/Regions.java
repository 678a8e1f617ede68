package io.suturescope.model.diff;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is still to be compared. A stack of its own instead of Java's: the input decides how deep
/// it gets.
final class Regions {

  private final Deque<Region> waiting = new ArrayDeque<>();

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  Region pop() {
    return waiting.pop();
  }

  /// Nothing is to be found where one side is empty, so such a region is not kept.
  void push(Region region) {
    if (!region.isOneSided()) {
      waiting.push(region);
    }
  }
}
