package io.suturescope.views.today;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Two columns where there is room, else one below the other.
final class SideBySide extends Region {

  private static final double ROOM_FOR_BOTH = 62;
  private static final double RIGHT = 33;

  private final ScrollPane left;
  private final Region leftContent;
  private final NightColumn right;
  private final Label fontProbe = new Label();
  private boolean wide;
  private boolean arranged;

  SideBySide(ScrollPane left, Region leftContent, NightColumn right) {
    this.left = left;
    this.leftContent = leftContent;
    this.right = right;
    fontProbe.setManaged(false);
    fontProbe.fontProperty().addListener(_ -> arrange());
    widthProperty().addListener(_ -> arrange());
    getChildren().addAll(left, fontProbe);
    arrange();
  }

  private double em() {
    return fontProbe.getFont().getSize();
  }

  private void arrange() {
    boolean room = getWidth() >= ROOM_FOR_BOTH * em();
    if (!arranged || room != wide) {
      arranged = true;
      wide = room;
      if (wide) {
        left.setContent(leftContent);
        getChildren().setAll(left, right.beside(), fontProbe);
      } else {
        getChildren().setAll(left, fontProbe);
        left.setContent(new VBox(leftContent, right.below()));
      }
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double beside = wide ? Math.min(RIGHT * em(), getWidth() / 2) : 0;
    left.resizeRelocate(0, 0, getWidth() - beside, getHeight());
    if (wide) {
      right.beside().resizeRelocate(getWidth() - beside, 0, beside, getHeight());
    }
  }
}
