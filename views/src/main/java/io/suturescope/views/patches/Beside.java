package io.suturescope.views.patches;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A main part with a narrow one at its right, or below it where there is no room for both.
final class Beside extends Region {

  private static final double SIDE = 22;
  private static final double LEAST_MAIN = 40;

  private final Label fontProbe = new Label();
  private final Region main;
  private final Region side;
  private final double leastHeight;

  /// @param leastHeight of the main part, in em
  Beside(Region main, Region side, double leastHeight) {
    this.main = main;
    this.side = side;
    this.leastHeight = leastHeight;
    fontProbe.setManaged(false);
    fontProbe.fontProperty().addListener(_ -> requestLayout());
    getChildren().addAll(fontProbe, main, side);
  }

  private double em() {
    return fontProbe.getFont().getSize();
  }

  private boolean isWide(double width) {
    return width >= (SIDE + LEAST_MAIN) * em();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (isWide(width)) {
      double right = Math.rint(SIDE * em());
      main.resizeRelocate(0, 0, width - right, getHeight());
      side.resizeRelocate(width - right, 0, right, getHeight());
    } else {
      double below = Math.rint(side.prefHeight(width));
      main.resizeRelocate(0, 0, width, getHeight() - below);
      side.resizeRelocate(0, getHeight() - below, width, below);
    }
  }

  @Override
  protected double computeMinHeight(double width) {
    double least = Math.rint(leastHeight * em());
    return isWide(width) ? least : least + Math.rint(side.prefHeight(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return (SIDE + LEAST_MAIN) * em();
  }
}
