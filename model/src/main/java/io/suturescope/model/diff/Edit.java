package io.suturescope.model.diff;

/// One stretch that differs: elements of the left that give way to elements of the right.
///
/// @param leftFrom index of the first removed element, from 0
/// @param leftTo behind the last one; equal to `leftFrom` when nothing was removed
/// @param rightFrom index of the first added element
/// @param rightTo behind the last one
public record Edit(int leftFrom, int leftTo, int rightFrom, int rightTo) {

  /// How many elements were removed.
  public int removed() {
    return leftTo - leftFrom;
  }

  /// How many elements were added.
  public int added() {
    return rightTo - rightFrom;
  }

  boolean isPure() {
    return leftFrom == leftTo || rightFrom == rightTo;
  }

  boolean touches(Edit next) {
    return leftTo == next.leftFrom && rightTo == next.rightFrom;
  }

  Edit join(Edit next) {
    return new Edit(leftFrom, next.leftTo, rightFrom, next.rightTo);
  }

  Edit moved(int by) {
    return new Edit(leftFrom + by, leftTo + by, rightFrom + by, rightTo + by);
  }
}
