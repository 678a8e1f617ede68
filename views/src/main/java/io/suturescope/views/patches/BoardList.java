package io.suturescope.views.patches;

import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One column of the board.
final class BoardList {

  private final PatchesActions actions;
  private final IntConsumer sideways;
  private final ChipLabel title = new ChipLabel();
  private final Button ask = new Button("", title);
  private final Label count = Labels.words("", "count", "muted");
  private final ListView<Integer> list = new ListView<>();
  private final List<Cell> cells = new ArrayList<>();
  private final VBox root;
  private Optional<BoardColumn> column = Optional.empty();
  private RowWindow<PatchLine> rows = RowWindow.of(List.of());
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);
  private boolean showing;

  /// @param sideways asks for the column beside, -1 or 1
  BoardList(PatchesActions actions, IntConsumer sideways) {
    this.actions = actions;
    this.sideways = sideways;
    ask.getStyleClass().addAll("bare", "board-title");
    ask.setOnAction(_ -> column.ifPresent(c -> actions.effectivePressed(c.state())));
    HBox head = new HBox(ask, count);
    head.getStyleClass().add("board-head");
    list.getStyleClass().add("board-list");
    list.setCellFactory(_ -> {
      Cell cell = new Cell();
      cells.add(cell);
      return cell;
    });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (!showing && row != null) {
            actions.rowSelected(row);
          }
        });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        open();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    root = new VBox(head, list);
    root.getStyleClass().add("board-column");
  }

  Node root() {
    return root;
  }

  /// Shows another state, or the same with other patches.
  void set(BoardColumn shown) {
    if (column.filter(shown::equals).isPresent()) {
      return;
    }
    column = Optional.of(shown);
    title.set(Optional.of(shown.title()));
    ask.setAccessibleText(Words.of("board.column", shown.title().text(), shown.rows().size()));
    ask.setTooltip(Labels.tip(Words.of("board.ask", "effective:" + shown.state().word())));
    count.setText(Words.number(shown.rows().size()));
    list.setAccessibleText(ask.getAccessibleText());
    showing = true;
    list.setItems(FXCollections.observableList(shown.rows()));
    showing = false;
  }

  void show(PatchesState.Listing listing, TimeView now) {
    rows = listing.rows();
    time = now;
    showing = true;
    int place =
        listing.selected().isPresent()
            ? list.getItems().indexOf(listing.selected().getAsInt())
            : -1;
    if (place < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != place) {
      list.getSelectionModel().clearAndSelect(place);
      list.getFocusModel().focus(place);
    }
    showing = false;
    cells.forEach(Cell::draw);
  }

  /// The card that is selected, counted from the top.
  OptionalInt selected() {
    int index = list.getSelectionModel().getSelectedIndex();
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /// Takes the keyboard, at this card or the last.
  void take(int wanted) {
    list.requestFocus();
    if (!list.getItems().isEmpty()) {
      int index = Math.clamp(wanted, 0, list.getItems().size() - 1);
      list.getSelectionModel().clearAndSelect(index);
      list.getFocusModel().focus(index);
      list.scrollTo(Math.max(0, index - 1));
    }
  }

  private void open() {
    Integer row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      actions.rowOpened(row);
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> sideways.accept(-1);
      case RIGHT -> sideways.accept(1);
      case J -> take(selected().orElse(-1) + 1);
      case K -> take(selected().orElse(1) - 1);
      case ENTER, SPACE -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private final class Cell extends ListCell<Integer> {

    private final PatchCard card = new PatchCard();

    Cell() {
      getStyleClass().add("board-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      draw();
    }

    void draw() {
      Integer row = getItem();
      Optional<PatchLine> line =
          isEmpty() || row == null || row >= rows.size() ? Optional.empty() : rows.row(row);
      setGraphic(line.isPresent() ? card.root() : null);
      setAccessibleText(line.map(PatchWords::said).orElse(""));
      line.ifPresent(shown -> card.show(shown, time));
    }
  }
}
