package io.suturescope.views.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Parts in a row, on further rows where room is short.
///
/// Unlike a flow pane it never is wider than its parent: a part that is wider than a whole row gets
/// that row's width, and wraps or shortens its own words. Gaps are in em of the parts' font.
public final class WrapLine extends Pane {

  private record Row(List<Node> parts, double height) {}

  private final Label probe = new Label();
  private Optional<Node> atEnd = Optional.empty();
  private final double gap;
  private final double rowGap;

  /// @param gap between parts, in em
  /// @param rowGap between rows, in em
  public WrapLine(double gap, double rowGap) {
    this.gap = gap;
    this.rowGap = rowGap;
    getChildren().add(probe);
    probe.setManaged(false);
    probe.fontProperty().addListener(_ -> requestLayout());
  }

  /// Takes all parts away.
  public void clear() {
    atEnd = Optional.empty();
    getChildren().setAll(probe);
  }

  public void add(Node part) {
    getChildren().add(part);
  }

  /// Adds a part before the others.
  public void addFirst(Node part) {
    getChildren().add(1, part);
  }

  /// Adds a last part, which stands at the right edge of its row.
  public void addAtEnd(Node part) {
    getChildren().add(part);
    atEnd = Optional.of(part);
  }

  private double em() {
    return probe.getFont().getSize();
  }

  /// As wide as it likes to be, unless it is bound to be less.
  private double wide(Node part) {
    double most = part instanceof Label label ? label.getMaxWidth() : -1;
    double liked = snapSizeX(part.prefWidth(-1));
    return most > 0 ? Math.min(most, liked) : liked;
  }

  private List<Row> rows(double width) {
    List<Row> rows = new ArrayList<>();
    List<Node> row = new ArrayList<>();
    double x = 0;
    double height = 0;
    for (Node part : getManagedChildren()) {
      double wide = Math.min(width, wide(part));
      if (!row.isEmpty() && x + wide > width) {
        rows.add(new Row(row, height));
        row = new ArrayList<>();
        x = 0;
        height = 0;
      }
      row.add(part);
      x += wide + gap * em();
      height = Math.max(height, snapSizeY(part.prefHeight(wide)));
    }
    if (!row.isEmpty()) {
      rows.add(new Row(row, height));
    }
    return rows;
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double width = Math.max(1, getWidth() - left - snappedRightInset());
    double y = snappedTopInset();
    for (Row row : rows(width)) {
      double x = left;
      for (Node part : row.parts()) {
        double wide = Math.min(width, wide(part));
        double tall = snapSizeY(part.prefHeight(wide));
        if (atEnd.filter(part::equals).isPresent()) {
          x = left + width - wide;
        }
        part.resizeRelocate(
            snapPositionX(x), snapPositionY(y + (row.height() - tall) / 2), wide, tall);
        x += wide + gap * em();
      }
      y += row.height() + rowGap * em();
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double sum = snappedLeftInset() + snappedRightInset();
    List<Node> parts = getManagedChildren();
    for (Node part : parts) {
      sum += wide(part);
    }
    return sum + gap * em() * Math.max(0, parts.size() - 1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double sides = snappedLeftInset() + snappedRightInset();
    List<Row> rows = rows(width < 0 ? Double.MAX_VALUE : Math.max(1, width - sides));
    double sum = rows.stream().mapToDouble(Row::height).sum();
    double gaps = rowGap * em() * Math.max(0, rows.size() - 1);
    return snappedTopInset() + sum + gaps + snappedBottomInset();
  }
}
