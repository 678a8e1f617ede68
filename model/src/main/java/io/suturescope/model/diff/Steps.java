package io.suturescope.model.diff;

/// How much more work may be done, in comparisons or the like.
final class Steps {

  private long left;

  Steps(long limit) {
    this.left = limit;
  }

  void take(long steps) {
    left -= steps;
  }

  boolean areLeft() {
    return left > 0;
  }
}
