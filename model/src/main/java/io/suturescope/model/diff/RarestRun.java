package io.suturescope.model.diff;

/// Pairs the run of equal elements that holds the rarest one; of equally rare ones the longest.
final class RarestRun {

  private static final int MOST_OCCURRENCES = 64;

  private final int[] left;
  private final int[] right;
  private final int[] count;
  private final int[] head;
  private final int[] next;
  private final Steps steps;

  private int bestCount;
  private int bestLeft;
  private int bestRight;
  private int bestLength;

  /// @param count scratch, one number a symbol, all 0 between calls; likewise `head`
  RarestRun(int[] left, int[] right, int[] count, int[] head, Steps steps) {
    this.left = left;
    this.right = right;
    this.count = count;
    this.head = head;
    this.next = new int[left.length];
    this.steps = steps;
  }

  /// Notes the run and puts what lies before and behind it on the pile; false when all common
  /// elements are too frequent, or no work is left to be done.
  boolean split(Region region, int[] match, Regions rest) {
    if (!steps.areLeft()) {
      return false;
    }
    steps.take(3L * region.size());
    chain(region);
    bestCount = MOST_OCCURRENCES + 1;
    bestLength = 0;
    int at = region.rightFrom();
    while (at < region.rightTo() && steps.areLeft()) {
      int occurrences = count[right[at]];
      at = occurrences > 0 && occurrences <= bestCount ? longestAt(at, region) : at + 1;
    }
    unchain(region);
    if (bestLength == 0) {
      return false;
    }
    for (int run = 0; run < bestLength; run++) {
      match[bestLeft + run] = bestRight + run;
    }
    rest.push(new Region(region.leftFrom(), bestLeft, region.rightFrom(), bestRight));
    rest.push(
        new Region(
            bestLeft + bestLength, region.leftTo(), bestRight + bestLength, region.rightTo()));
    return true;
  }

  private void chain(Region region) {
    for (int at = region.leftTo() - 1; at >= region.leftFrom(); at--) {
      int symbol = left[at];
      next[at] = count[symbol]++ == 0 ? -1 : head[symbol];
      head[symbol] = at;
    }
  }

  private void unchain(Region region) {
    for (int at = region.leftFrom(); at < region.leftTo(); at++) {
      count[left[at]] = 0;
      head[left[at]] = 0;
    }
  }

  /// Tries every place on the left; returns where to look next on the right.
  private int longestAt(int at, Region region) {
    int behind = at + 1;
    int free = region.leftFrom();
    for (int place = head[right[at]]; place >= 0 && steps.areLeft(); place = next[place]) {
      if (place < free) {
        continue;
      }
      int leftFrom = place;
      int rightFrom = at;
      int rarest = count[right[at]];
      while (leftFrom > region.leftFrom()
          && rightFrom > region.rightFrom()
          && left[leftFrom - 1] == right[rightFrom - 1]) {
        rarest = Math.min(rarest, count[left[--leftFrom]]);
        rightFrom--;
      }
      int leftTo = place + 1;
      int rightTo = at + 1;
      while (leftTo < region.leftTo()
          && rightTo < region.rightTo()
          && left[leftTo] == right[rightTo]) {
        rarest = Math.min(rarest, count[left[leftTo++]]);
        rightTo++;
      }
      steps.take(1L + leftTo - leftFrom);
      behind = Math.max(behind, rightTo);
      free = leftTo;
      if (rarest < bestCount || (rarest == bestCount && leftTo - leftFrom > bestLength)) {
        bestCount = rarest;
        bestLeft = leftFrom;
        bestRight = rightFrom;
        bestLength = leftTo - leftFrom;
      }
    }
    return behind;
  }
}
