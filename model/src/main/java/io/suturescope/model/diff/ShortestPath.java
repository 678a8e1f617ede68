package io.suturescope.model.diff;

import java.util.Arrays;

/// Looks for the fewest differences (Myers 1986), in windows of bounded size: a window that does
/// not reach the end keeps the path that got furthest, and the next one starts there. After much
/// work windows get narrower: what they cost grows with the square of their width.
final class ShortestPath {

  private static final int WIDEST = 512;
  private static final int NARROWEST = 32;
  private static final int NARROWED = 128;
  private static final long STEPS = 40_000_000;
  private static final long WIDE_STEPS = 1_000_000;

  private final int[] left;
  private final int[] right;
  private final int[] match;
  private final Steps wide = new Steps(WIDE_STEPS);
  private int width;
  // Row d holds, for each diagonal -d, -d+2, ... d, how far on the left d differences lead, with a
  // -1 before and behind, since no path gets there.
  private int[] reached = new int[64];
  private boolean gaveUp;

  ShortestPath(int[] left, int[] right, int[] match) {
    this.left = left;
    this.right = right;
    this.match = match;
    long elements = Math.max(1L, (long) left.length + right.length);
    this.width = Math.clamp(STEPS / elements, NARROWEST, WIDEST);
  }

  /// True when a window ended before its region did.
  boolean gaveUp() {
    return gaveUp;
  }

  /// Compares the region if one window is enough; else does nothing and returns false.
  boolean within(Region region) {
    int differences = forward(region);
    if (differences > width) {
      return false;
    }
    note(region, differences, region.leftSize(), region.rightSize());
    return true;
  }

  /// Compares the region, window by window.
  void windows(Region whole) {
    Region region = whole;
    while (!region.isOneSided()) {
      int differences = forward(region);
      if (differences <= width) {
        note(region, differences, region.leftSize(), region.rightSize());
        return;
      }
      gaveUp = true;
      int diagonal = furthestDiagonal(region);
      int x = at(width, diagonal);
      note(region, width, x, x - diagonal);
      region =
          new Region(
              region.leftFrom() + x,
              region.leftTo(),
              region.rightFrom() + x - diagonal,
              region.rightTo());
      narrow();
    }
  }

  private void narrow() {
    wide.take(row(width));
    if (!wide.areLeft()) {
      width = Math.min(width, NARROWED);
    }
  }

  /// How many differences lead to the end of both sides; more than `width` when too many.
  private int forward(Region region) {
    for (int differences = 0; differences <= width; differences++) {
      int row = row(differences);
      if (reached.length < row + differences + 3) {
        reached = Arrays.copyOf(reached, (row + differences + 3) * 2);
      }
      reached[row] = -1;
      reached[row + differences + 2] = -1;
      for (int diagonal = -differences; diagonal <= differences; diagonal += 2) {
        int x = snake(region, diagonal, entered(region, differences, diagonal));
        reached[row + 1 + ((diagonal + differences) >> 1)] = x;
        if (x == region.leftSize() && x - diagonal == region.rightSize()) {
          return differences;
        }
      }
    }
    return width + 1;
  }

  /// Where a path of so many differences enters the diagonal; -1 when none can.
  private int entered(Region region, int differences, int diagonal) {
    if (differences == 0) {
      return 0;
    }
    int down = at(differences - 1, diagonal + 1);
    if (down - diagonal > region.rightSize()) {
      down = -1;
    }
    int across = at(differences - 1, diagonal - 1) + 1;
    if (across == 0 || across > region.leftSize()) {
      across = -1;
    }
    return Math.max(down, across);
  }

  private int snake(Region region, int diagonal, int from) {
    if (from < 0) {
      return from;
    }
    int x = region.leftFrom() + from;
    int y = region.rightFrom() + from - diagonal;
    while (x < region.leftTo() && y < region.rightTo() && left[x] == right[y]) {
      x++;
      y++;
    }
    return x - region.leftFrom();
  }

  private int at(int differences, int diagonal) {
    return reached[row(differences) + 1 + ((diagonal + differences) >> 1)];
  }

  private static int row(int differences) {
    return differences * (differences + 5) / 2;
  }

  private int furthestDiagonal(Region region) {
    int furthest = 0;
    int best = -1;
    for (int diagonal = -width; diagonal <= width; diagonal += 2) {
      int x = at(width, diagonal);
      int distance = 2 * x - diagonal;
      if (x >= 0 && x - diagonal <= region.rightSize() && distance > best) {
        best = distance;
        furthest = diagonal;
      }
    }
    return furthest;
  }

  /// Walks back from a point and notes what the path passed as the same.
  private void note(Region region, int differences, int toLeft, int toRight) {
    int x = toLeft;
    int diagonal = toLeft - toRight;
    for (int rest = differences; rest >= 0; rest--) {
      int entered = entered(region, rest, diagonal);
      while (x > entered) {
        x--;
        match[region.leftFrom() + x] = region.rightFrom() + x - diagonal;
      }
      int down = rest == 0 ? -1 : at(rest - 1, diagonal + 1);
      if (down == entered && down - diagonal <= region.rightSize()) {
        diagonal++;
      } else {
        diagonal--;
        x--;
      }
    }
  }
}
