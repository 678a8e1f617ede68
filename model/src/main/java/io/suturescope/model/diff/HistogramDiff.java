package io.suturescope.model.diff;

import java.util.Arrays;
import java.util.Optional;

/// Finds what differs between two sequences of numbers, for lines, words and instructions alike.
///
/// The idea is that of git's histogram diff: elements that are rare anchor the two sides, and what
/// lies between anchors is compared by itself. Elements that occur once on both sides anchor all at
/// once ([UniqueAnchors]), then the rarest run does ([RarestRun]); where only frequent elements are
/// left, or the work gets too much, a shortest script is looked for in windows of bounded size
/// ([ShortestPath]). Work is counted in steps, never by the clock, so a result is always the same.
public final class HistogramDiff {

  /// Sequences longer than this, together, are compared at their ends alone.
  static final int LONGEST = 1_200_000;

  private static final String TOO_LONG =
      "Too long to compare in full: only what both sides begin and end with was compared.";
  private static final String WINDOWED =
      "Very different in places: there may be more changes shown than there are.";
  private static final int EXACT = 64;
  private static final long STEPS = 40_000_000;

  private final int[] left;
  private final int[] right;
  private final int[] match;
  private final Regions regions = new Regions();
  private final UniqueAnchors unique;
  private final RarestRun rarest;
  private final ShortestPath shortest;

  private HistogramDiff(int[] left, int[] right) {
    this.left = left;
    this.right = right;
    this.match = new int[left.length];
    Arrays.fill(match, -1);
    int symbols = Math.max(highest(left), highest(right)) + 1;
    Steps steps = new Steps(STEPS);
    int[] leftCount = new int[symbols];
    int[] rightCount = new int[symbols];
    this.unique = new UniqueAnchors(left, right, leftCount, rightCount, steps);
    this.rarest = new RarestRun(left, right, leftCount, rightCount, steps);
    this.shortest = new ShortestPath(left, right, match);
  }

  /// Compares two sequences.
  ///
  /// @param left numbers from 0 that are not much higher than there are elements (see [Symbols])
  public static Edits between(int[] left, int[] right) {
    return compare(left, right, false);
  }

  /// Compares two sequences, with as few differences as possible where that is not too much work;
  /// else as [#between].
  public static Edits shortest(int[] left, int[] right) {
    return compare(left, right, true);
  }

  private static Edits compare(int[] left, int[] right, boolean fewest) {
    if ((long) left.length + right.length > LONGEST) {
      return endsOnly(left, right);
    }
    HistogramDiff diff = new HistogramDiff(left, right);
    Region whole = diff.trimmed(new Region(0, left.length, 0, right.length));
    if (!whole.isOneSided() && !(fewest && diff.shortest.within(whole))) {
      diff.regions.push(whole);
      diff.work();
    }
    Optional<String> coarse = diff.shortest.gaveUp() ? Optional.of(WINDOWED) : Optional.empty();
    return Edits.ofMatching(diff.match, right.length, coarse);
  }

  private static Edits endsOnly(int[] left, int[] right) {
    int[] match = new int[left.length];
    Arrays.fill(match, -1);
    matchEnds(left, right, match, new Region(0, left.length, 0, right.length));
    return Edits.ofMatching(match, right.length, Optional.of(TOO_LONG));
  }

  private void work() {
    while (!regions.isEmpty()) {
      Region region = trimmed(regions.pop());
      if (region.isOneSided() || unique.split(region, match, regions)) {
        continue;
      }
      boolean small = region.size() <= EXACT;
      if (small || !rarest.split(region, match, regions)) {
        shortest.windows(region);
      }
    }
  }

  private Region trimmed(Region region) {
    return matchEnds(left, right, match, region);
  }

  private static Region matchEnds(int[] left, int[] right, int[] match, Region region) {
    int leftFrom = region.leftFrom();
    int rightFrom = region.rightFrom();
    int leftTo = region.leftTo();
    int rightTo = region.rightTo();
    while (leftFrom < leftTo && rightFrom < rightTo && left[leftFrom] == right[rightFrom]) {
      match[leftFrom++] = rightFrom++;
    }
    while (leftFrom < leftTo && rightFrom < rightTo && left[leftTo - 1] == right[rightTo - 1]) {
      match[--leftTo] = --rightTo;
    }
    return new Region(leftFrom, leftTo, rightFrom, rightTo);
  }

  private static int highest(int[] symbols) {
    int highest = 0;
    for (int symbol : symbols) {
      highest = Math.max(highest, symbol);
    }
    return highest;
  }
}
