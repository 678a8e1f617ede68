package io.suturescope.model.diff;

/// A part of both sides that is still to be compared; the ends are exclusive.
record Region(int leftFrom, int leftTo, int rightFrom, int rightTo) {

  int leftSize() {
    return leftTo - leftFrom;
  }

  int rightSize() {
    return rightTo - rightFrom;
  }

  int size() {
    return leftSize() + rightSize();
  }

  boolean isOneSided() {
    return leftFrom == leftTo || rightFrom == rightTo;
  }
}
