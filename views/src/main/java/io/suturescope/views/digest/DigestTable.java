package io.suturescope.views.digest;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.views.controls.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// A table of a digest: columns of our own short words stay whole, the others share what is left of
/// the width, and wrap.
///
/// A grid pane would take all the room that lacks from one column, down to nothing.
final class DigestTable extends Pane {

  /// Letters of a time with its seconds, and a few more.
  private static final int SHORT = 22;

  /// @param cells from the title down
  private record Column(boolean whole, List<Region> cells) {

    double wanted() {
      return cells.stream().mapToDouble(cell -> Math.ceil(cell.prefWidth(-1))).max().orElse(0);
    }

    /// The title is never cut.
    double least() {
      return whole ? wanted() : Math.ceil(cells.getFirst().prefWidth(-1));
    }
  }

  private final List<Column> columns = new ArrayList<>();
  private final int rows;

  DigestTable(DigestBlock.Table table, DigestSentence sentences) {
    getStyleClass().add("digest-table");
    rows = table.rows().size() + 1;
    for (int index = 0; index < table.head().size(); index++) {
      int at = index;
      List<List<DigestSpan>> cells = table.rows().stream().map(row -> row.get(at)).toList();
      columns.add(column(table.head().get(index), cells, sentences));
    }
    // Row after row, so that the keyboard goes through the numbers as they are read.
    for (int row = 0; row < rows; row++) {
      for (Column column : columns) {
        getChildren().add(column.cells().get(row));
      }
    }
  }

  private static Column column(
      String head, List<List<DigestSpan>> cells, DigestSentence sentences) {
    boolean numbers = cells.stream().allMatch(DigestTable::isNumber);
    Label title = Labels.words(head, "table-title", "digest-cell");
    title.setAlignment(numbers ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    List<Region> made = new ArrayList<>();
    made.add(title);
    for (List<DigestSpan> spans : cells) {
      TextFlow cell = sentences.flow(spans);
      cell.getStyleClass().add("digest-cell");
      cell.setTextAlignment(numbers ? TextAlignment.RIGHT : TextAlignment.LEFT);
      made.add(cell);
    }
    return new Column(cells.stream().allMatch(DigestTable::isShort), List.copyOf(made));
  }

  private static boolean isNumber(List<DigestSpan> cell) {
    return cell.stream().allMatch(DigestSpan.Linked.class::isInstance);
  }

  private static boolean isShort(List<DigestSpan> cell) {
    return cell.stream().noneMatch(DigestSpan.Recorded.class::isInstance)
        && cell.stream().mapToInt(span -> DigestSentence.plain(span).length()).sum() <= SHORT;
  }

  /// What each column gets: what it wants if that fits, else a fair share, but never too little for
  /// its title.
  private double[] widths(double width) {
    double[] widths = columns.stream().mapToDouble(Column::least).toArray();
    double left = width;
    for (double least : widths) {
      left -= least;
    }
    // Those that want little come first; what they leave is for the others.
    List<Integer> wrapping = new ArrayList<>();
    for (int index = 0; index < widths.length; index++) {
      if (!columns.get(index).whole()) {
        wrapping.add(index);
      }
    }
    wrapping.sort(Comparator.comparingDouble(index -> columns.get(index).wanted() - widths[index]));
    int sharing = wrapping.size();
    for (int index : wrapping) {
      double more =
          Math.clamp(columns.get(index).wanted() - widths[index], 0, Math.max(0, left / sharing));
      widths[index] += Math.floor(more);
      left -= more;
      sharing--;
    }
    return widths;
  }

  private double height(int row, double[] widths) {
    double height = 0;
    for (int index = 0; index < widths.length; index++) {
      height = Math.max(height, columns.get(index).cells().get(row).prefHeight(widths[index]));
    }
    return snapSizeY(height);
  }

  @Override
  protected void layoutChildren() {
    double[] widths = widths(getWidth() - snappedLeftInset() - snappedRightInset());
    double y = snappedTopInset();
    for (int row = 0; row < rows; row++) {
      double height = height(row, widths);
      double x = snappedLeftInset();
      for (int index = 0; index < widths.length; index++) {
        Node cell = columns.get(index).cells().get(row);
        cell.resizeRelocate(snapPositionX(x), snapPositionY(y), widths[index], height);
        x += widths[index];
      }
      y += height;
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
    return snappedLeftInset()
        + columns.stream().mapToDouble(Column::wanted).sum()
        + snappedRightInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room =
        width < 0 ? computePrefWidth(-1) : width - snappedLeftInset() - snappedRightInset();
    double[] widths = widths(room);
    double height = snappedTopInset() + snappedBottomInset();
    for (int row = 0; row < rows; row++) {
      height += height(row, widths);
    }
    return height;
  }
}
