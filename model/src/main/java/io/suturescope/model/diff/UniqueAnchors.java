package io.suturescope.model.diff;

import java.util.Arrays;

/// Pairs the elements that occur once on both sides of a region: as many as keep their order.
final class UniqueAnchors {

  private static final int PASSES = 6;

  private final int[] left;
  private final int[] right;
  private final int[] leftCount;
  private final int[] rightCount;
  private final int[] place;
  private final Steps steps;

  /// @param leftCount scratch, one number a symbol, all 0 between calls; likewise `rightCount`
  UniqueAnchors(int[] left, int[] right, int[] leftCount, int[] rightCount, Steps steps) {
    this.left = left;
    this.right = right;
    this.leftCount = leftCount;
    this.rightCount = rightCount;
    this.place = new int[leftCount.length];
    this.steps = steps;
  }

  /// Notes the pairs and puts what lies between them on the pile; false when there is no pair or no
  /// work left to be done.
  boolean split(Region region, int[] match, Regions rest) {
    if (!steps.areLeft()) {
      return false;
    }
    steps.take((long) PASSES * region.size());
    int[] anchors = longestRise(candidates(region));
    if (anchors.length == 0) {
      return false;
    }
    int leftFrom = region.leftFrom();
    int rightFrom = region.rightFrom();
    for (int anchor : anchors) {
      int partner = place[left[anchor]];
      match[anchor] = partner;
      rest.push(new Region(leftFrom, anchor, rightFrom, partner));
      leftFrom = anchor + 1;
      rightFrom = partner + 1;
    }
    rest.push(new Region(leftFrom, region.leftTo(), rightFrom, region.rightTo()));
    return true;
  }

  /// Indexes on the left of what occurs once on both sides; `place` then has their partners.
  private int[] candidates(Region region) {
    for (int at = region.leftFrom(); at < region.leftTo(); at++) {
      leftCount[left[at]]++;
    }
    for (int at = region.rightFrom(); at < region.rightTo(); at++) {
      rightCount[right[at]]++;
      place[right[at]] = at;
    }
    int[] found = new int[Math.min(region.leftSize(), region.rightSize())];
    int size = 0;
    for (int at = region.leftFrom(); at < region.leftTo(); at++) {
      if (leftCount[left[at]] == 1 && rightCount[left[at]] == 1) {
        found[size++] = at;
      }
    }
    for (int at = region.leftFrom(); at < region.leftTo(); at++) {
      leftCount[left[at]] = 0;
    }
    for (int at = region.rightFrom(); at < region.rightTo(); at++) {
      rightCount[right[at]] = 0;
    }
    return Arrays.copyOf(found, size);
  }

  /// The longest selection whose partners rise, by patience sorting.
  private int[] longestRise(int[] candidates) {
    int[] tails = new int[candidates.length];
    int[] before = new int[candidates.length];
    int length = 0;
    for (int index = 0; index < candidates.length; index++) {
      int partner = place[left[candidates[index]]];
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (place[left[candidates[tails[middle]]]] < partner) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[index] = low == 0 ? -1 : tails[low - 1];
      tails[low] = index;
      length = Math.max(length, low + 1);
    }
    int[] rise = new int[length];
    int index = length == 0 ? -1 : tails[length - 1];
    for (int at = length - 1; at >= 0; at--) {
      rise[at] = candidates[index];
      index = before[index];
    }
    return rise;
  }
}
