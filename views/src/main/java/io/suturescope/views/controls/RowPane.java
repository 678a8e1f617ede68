package io.suturescope.views.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// One row of a {@link RowTable}, drawn again and again with other data.
public abstract class RowPane<R> extends Pane {

  /// @param from first column it stands in
  /// @param to behind the last one
  /// @param rather first column when `from` is left out for want of room
  /// @param beside is seen only while this column is
  private record Placed(Node node, int from, int to, double indent, int rather, int beside) {}

  private final TableColumns columns;
  private final List<Placed> placed = new ArrayList<>();

  protected RowPane(TableColumns columns) {
    this.columns = columns;
  }

  /// Draws a row; empty for one that is not there yet. What is said to screen readers is returned.
  protected abstract String draw(int index, Optional<R> row);

  /// Starts anew: takes all nodes away.
  protected final void clear() {
    placed.clear();
    getChildren().clear();
  }

  /// Puts a node into the columns `from` up to and without `to`.
  ///
  /// @param indent in em
  protected final void place(Node node, int from, int to, double indent) {
    placed.add(new Placed(node, from, to, indent, from, from));
    getChildren().add(node);
  }

  /// Puts two nodes beside each other; where the columns of the second are left out, it takes the
  /// place of the first.
  protected final void placeTwo(
      Node first, int from, double indent, Node second, int secondFrom, int to) {
    placed.add(new Placed(first, from, secondFrom, indent, from, secondFrom));
    placed.add(new Placed(second, secondFrom, to, 0, from, from));
    getChildren().addAll(first, second);
  }

  @Override
  protected void layoutChildren() {
    double pad = columns.em() * 0.6;
    for (Placed cell : placed) {
      double indent = cell.indent() * columns.em();
      int from = columns.width(cell.from()) > 0 ? cell.from() : cell.rather();
      double x = columns.x(from) + pad + indent;
      double width = columns.x(cell.to()) - columns.x(from) - pad - indent;
      boolean room = width > columns.em() && columns.width(cell.beside()) > 0;
      cell.node().setOpacity(room ? 1 : 0);
      boolean right = columns.all().get(cell.from()).right() && cell.to() == cell.from() + 1;
      layoutInArea(
          cell.node(),
          x,
          0,
          Math.max(0, width - (right ? pad : 0)),
          getHeight(),
          0,
          null,
          cell.node().isResizable() && !right,
          false,
          right ? HPos.RIGHT : HPos.LEFT,
          VPos.CENTER);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 10;
  }
}
