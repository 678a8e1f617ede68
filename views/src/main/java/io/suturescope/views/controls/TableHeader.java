package io.suturescope.views.controls;

import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Titles that sort when pressed, with edges that resize when dragged.
final class TableHeader extends Region {

  private static final double EDGE = 4;

  private final TableColumns columns;
  private final RowTable.Actions actions;
  private final List<Label> titles = new ArrayList<>();
  private final List<Region> edges = new ArrayList<>();
  private double pressedX;
  private double pressedWidth;

  TableHeader(TableColumns columns, RowTable.Actions actions, Runnable resized) {
    this.columns = columns;
    this.actions = actions;
    getStyleClass().add("table-header");
    for (int i = 0; i < columns.all().size(); i++) {
      title(columns.all().get(i));
      edge(i, resized);
    }
    getChildren().addAll(titles);
    getChildren().addAll(edges);
  }

  void setSort(String column, boolean descending) {
    for (int i = 0; i < titles.size(); i++) {
      boolean sorted = columns.all().get(i).key().equals(column);
      Label title = titles.get(i);
      title.setGraphic(
          sorted ? Labels.icon(descending ? Feather.ARROW_DOWN : Feather.ARROW_UP) : null);
      String name = columns.all().get(i).title();
      title.setAccessibleText(
          sorted ? Words.of(descending ? "table.falling" : "table.rising", name) : name);
    }
  }

  /// Makes the titles one stop of Tab, with the arrow keys between them.
  ///
  /// @param rows gives the keyboard to the rows below
  void takeKeyboard(Runnable rows) {
    titles.getFirst().setFocusTraversable(true);
    for (int i = 0; i < titles.size(); i++) {
      int place = i;
      titles.get(i).addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, place, rows));
    }
  }

  private void key(KeyEvent event, int place, Runnable rows) {
    switch (event.getCode()) {
      case LEFT -> focusTitle(place, -1);
      case RIGHT -> focusTitle(place, 1);
      case DOWN -> rows.run();
      case ENTER, SPACE -> actions.headerPressed(columns.all().get(place).key());
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The next title that is not left out.
  private void focusTitle(int from, int by) {
    for (int i = from + by; i >= 0 && i < titles.size(); i += by) {
      if (columns.width(i) > 0) {
        titles.get(from).setFocusTraversable(false);
        titles.get(i).setFocusTraversable(true);
        titles.get(i).requestFocus();
        return;
      }
    }
  }

  private void title(TableColumns.Column column) {
    Label title = Labels.words(column.title(), "table-title");
    title.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    // The mark of a column without a title stands over what is in it, not over the chevrons.
    boolean right = column.right() || column.title().isEmpty();
    title.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    title.setAccessibleRole(AccessibleRole.TABLE_COLUMN);
    if (!column.title().isEmpty()) {
      title.setTooltip(Labels.tip(Words.of("table.sort", column.title())));
    }
    title.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) {
        actions.headerPressed(column.key());
      }
    });
    titles.add(title);
  }

  private void edge(int index, Runnable resized) {
    Region edge = new Region();
    edge.setCursor(Cursor.H_RESIZE);
    edge.setOnMousePressed(e -> {
      pressedX = e.getScreenX();
      pressedWidth = columns.widthInEm(index);
    });
    edge.setOnMouseDragged(e -> {
      columns.setWidthInEm(index, pressedWidth + (e.getScreenX() - pressedX) / columns.em());
      resized.run();
    });
    edge.setOnMouseReleased(
        _ -> actions.columnResized(columns.all().get(index).key(), columns.widthInEm(index)));
    edges.add(edge);
  }

  @Override
  protected void layoutChildren() {
    double pad = columns.em() * 0.6;
    for (int i = 0; i < titles.size(); i++) {
      double width = columns.width(i);
      titles.get(i).setVisible(width > 0);
      edges.get(i).setVisible(width > 0);
      double right = columns.all().get(i).right() ? pad : 0;
      right = columns.all().get(i).title().isEmpty() ? pad / 2 : right;
      double room = Math.max(0, width - pad - right);
      titles.get(i).resizeRelocate(columns.x(i) + pad, 0, room, getHeight());
      edges.get(i).resizeRelocate(columns.x(i + 1) - EDGE / 2, 0, EDGE, getHeight());
    }
  }
}
