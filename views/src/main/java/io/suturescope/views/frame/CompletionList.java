package io.suturescope.views.frame;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.frame.QueryState.Completion;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What could be typed next, below the query field, with how many crashes it would leave.
final class CompletionList {

  private static final int MOST = 9;

  private final Region anchor;
  private final Consumer<Completion> chosen;
  private final ListView<Completion> list = new ListView<>();
  private final Pane root =
      new Pane() {
        @Override
        protected void layoutChildren() {
          place();
        }
      };

  CompletionList(Region anchor, Consumer<Completion> chosen) {
    this.anchor = anchor;
    this.chosen = chosen;
    list.getStyleClass().add("completions");
    list.setFocusTraversable(false);
    list.setAccessibleText(Words.of("query.completions"));
    list.setCellFactory(_ -> new CompletionCell());
    list.setOnMousePressed(_ -> acceptSelected());
    root.setPickOnBounds(false);
    root.getChildren().add(list);
    root.setVisible(false);
  }

  Node root() {
    return root;
  }

  void show(List<Completion> completions) {
    if (!list.getItems().equals(completions)) {
      list.getItems().setAll(completions);
      list.getSelectionModel().clearSelection();
      root.requestLayout();
    }
    root.setVisible(!completions.isEmpty());
  }

  /// Says whether it was open.
  boolean close() {
    boolean was = root.isVisible();
    root.setVisible(false);
    list.getItems().clear();
    return was;
  }

  void move(int by) {
    int size = list.getItems().size();
    if (root.isVisible() && size > 0) {
      int at = list.getSelectionModel().getSelectedIndex();
      int next = at < 0 ? (by > 0 ? 0 : size - 1) : Math.floorMod(at + by, size);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - MOST / 2));
    }
  }

  boolean acceptSelected() {
    Completion completion = list.getSelectionModel().getSelectedItem();
    boolean accept = root.isVisible() && completion != null;
    if (accept) {
      chosen.accept(completion);
    }
    return accept;
  }

  boolean acceptFirst() {
    if (root.isVisible() && list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
    return acceptSelected();
  }

  private void place() {
    Bounds below = root.sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    double row = anchor.getHeight() * 0.92;
    double height = Math.min(MOST, list.getItems().size()) * row + row * 0.4;
    double width = Math.min(below.getWidth(), row * 18);
    list.setFixedCellSize(row);
    list.resizeRelocate(below.getMinX(), below.getMaxY() + 4, width, height);
  }

  private static final class CompletionCell extends ListCell<Completion> {

    private final Label text = Labels.data("", "code");
    private final Label meaning = Labels.data("", "muted", "small-text");
    private final Label count = Labels.words("", "number", "muted");
    private final HBox line = new HBox();

    CompletionCell() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      count.setMinWidth(Region.USE_PREF_SIZE);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("command");
      line.getChildren().addAll(text, meaning, gap, count);
    }

    @Override
    protected void updateItem(Completion completion, boolean empty) {
      super.updateItem(completion, empty);
      if (empty || completion == null) {
        setGraphic(null);
        return;
      }
      Labels.setData(text, completion.text());
      Labels.setData(meaning, completion.meaning());
      count.setText(
          completion.count().isPresent() ? Words.number(completion.count().getAsLong()) : "");
      setGraphic(line);
      setAccessibleText(text.getText() + " " + meaning.getText() + " " + count.getText());
    }
  }
}
