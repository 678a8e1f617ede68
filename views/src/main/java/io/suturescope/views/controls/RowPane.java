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
  private record Placed(Node node, int from, int to, double indent) {}

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
    placed.add(new Placed(node, from, to, indent));
    getChildren().add(node);
  }

  @Override
  protected void layoutChildren() {
    double pad = columns.em() * 0.6;
    for (Placed cell : placed) {
      double indent = cell.indent() * columns.em();
      double x = columns.x(cell.from()) + pad + indent;
      double width = columns.x(cell.to()) - columns.x(cell.from()) - pad - indent;
      boolean room = width > columns.em();
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
