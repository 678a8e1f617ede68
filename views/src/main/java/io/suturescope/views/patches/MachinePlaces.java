package io.suturescope.views.patches;

import io.suturescope.model.patch.PatchState;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Where the states stand: the way of a patch from left to right, its ends at the right.
///
/// @param left and `top` of the first column and the first row, in pixels
/// @param step between columns
/// @param rise between rows
record MachinePlaces(
    double left, double top, double step, double rise, double width, double height) {

  /// In em.
  static final double MIN_WIDTH = 62;

  static final double MIN_HEIGHT = 22;
  private static final double COLUMNS = 4.9;
  private static final double ROWS = 3.05;
  private static final double WIDEST_STEP = 16;

  static MachinePlaces in(double width, double height, double em) {
    double step = Math.min(width / COLUMNS, WIDEST_STEP * em);
    double rise = Math.min(height / ROWS, 8.2 * em);
    double left = (width - step * 4) / 2;
    double top = (height - rise * ROWS) / 2 + rise * 0.72;
    return new MachinePlaces(left, top, step, rise, Math.min(step * 0.74, 10.4 * em), 3.4 * em);
  }

  /// The height of the middle row.
  double middle() {
    return top + rise;
  }

  Bounds of(PatchState state) {
    return switch (state) {
      case REPLAYED -> box(0.5, 0);
      case PERSISTED -> box(1.5, 0);
      case DETECTED -> box(0, 1);
      case PATCHED -> box(1, 1);
      case SUGGESTED -> box(2, 1);
      case VERIFIED -> box(3, 0.36);
      case FIXED -> box(4, 0.36);
      case EXPIRED -> box(3, 1.64);
      case ROLLED_BACK -> box(4, 1.64);
      case UNKNOWN -> box(0, 1.64);
    };
  }

  private Bounds box(double column, double row) {
    return new BoundingBox(
        Math.rint(left + column * step - width / 2),
        Math.rint(top + row * rise - height / 2),
        Math.rint(width),
        Math.rint(height));
  }
}
