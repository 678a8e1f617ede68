package io.suturescope.model.diff;

import java.util.ArrayList;
import java.util.List;

/// Moves pure additions and pure removals to where a person would see them: an added block that
/// ends as its surroundings do can be shown in several places, and all of them are right.
final class Sliding {

  private static final int FURTHEST = 200;

  private final int[] left;
  private final int[] right;
  private final Boundary leftCost;
  private final Boundary rightCost;

  private Sliding(int[] left, int[] right, Boundary leftCost, Boundary rightCost) {
    this.left = left;
    this.right = right;
    this.leftCost = leftCost;
    this.rightCost = rightCost;
  }

  /// How ill a stretch of one side looks as a block of its own; the least is best.
  @FunctionalInterface
  interface Boundary {
    int cost(int from, int to);
  }

  /// The same differences, each pure one at its best place; those that meet become one.
  static List<Edit> best(
      List<Edit> edits, int[] left, int[] right, Boundary leftCost, Boundary rightCost) {
    Sliding sliding = new Sliding(left, right, leftCost, rightCost);
    List<Edit> down = sliding.downwards(sliding.upwards(edits));
    List<Edit> best = new ArrayList<>(down.size());
    for (Edit edit : down) {
      Edit before = best.isEmpty() ? new Edit(0, 0, 0, 0) : best.getLast();
      best.add(sliding.placed(edit, before));
    }
    return best;
  }

  private List<Edit> upwards(List<Edit> edits) {
    List<Edit> done = new ArrayList<>(edits.size());
    for (Edit edit : edits) {
      Edit moved = edit;
      for (int by = 0; by < FURTHEST; by++) {
        if (!done.isEmpty() && done.getLast().touches(moved)) {
          moved = done.removeLast().join(moved);
        } else if (canMoveUp(moved)) {
          moved = moved.moved(-1);
        } else {
          break;
        }
      }
      done.add(moved);
    }
    return done;
  }

  private List<Edit> downwards(List<Edit> edits) {
    List<Edit> done = new ArrayList<>(edits.size());
    for (Edit edit : edits.reversed()) {
      Edit moved = edit;
      for (int by = 0; by < FURTHEST; by++) {
        if (!done.isEmpty() && moved.touches(done.getLast())) {
          moved = moved.join(done.removeLast());
        } else if (canMoveDown(moved)) {
          moved = moved.moved(1);
        } else {
          break;
        }
      }
      done.add(moved);
    }
    return done.reversed();
  }

  /// The lowest of the best places between where the difference is now and the one before it.
  private Edit placed(Edit edit, Edit before) {
    Edit best = edit;
    int least = cost(edit);
    Edit moved = edit;
    for (int by = 0; by < FURTHEST && canMoveUp(moved); by++) {
      moved = moved.moved(-1);
      if (before.leftTo() > moved.leftFrom() || before.touches(moved)) {
        break;
      }
      int cost = cost(moved);
      if (cost < least) {
        least = cost;
        best = moved;
      }
    }
    return best;
  }

  private int cost(Edit edit) {
    if (!edit.isPure()) {
      return 0;
    }
    return edit.added() > 0
        ? rightCost.cost(edit.rightFrom(), edit.rightTo())
        : leftCost.cost(edit.leftFrom(), edit.leftTo());
  }

  private boolean canMoveUp(Edit edit) {
    if (!edit.isPure() || edit.leftFrom() == 0 || edit.rightFrom() == 0) {
      return false;
    }
    return edit.added() > 0
        ? right[edit.rightFrom() - 1] == right[edit.rightTo() - 1]
        : left[edit.leftFrom() - 1] == left[edit.leftTo() - 1];
  }

  private boolean canMoveDown(Edit edit) {
    if (!edit.isPure() || edit.leftTo() == left.length || edit.rightTo() == right.length) {
      return false;
    }
    return edit.added() > 0
        ? right[edit.rightFrom()] == right[edit.rightTo()]
        : left[edit.leftFrom()] == left[edit.leftTo()];
  }
}
