package io.suturescope.views.patches;

import io.suturescope.views.controls.TimeView;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The patches as cards in columns, one column for each effective state.
///
/// Each column draws only the cards that are seen, so that thousands cost what a dozen does.
final class PatchBoard {

  private final PatchesActions actions;
  private final HBox row = new HBox();
  private final ScrollPane root = new ScrollPane(row);
  private final List<BoardList> lists = new ArrayList<>();
  private List<BoardColumn> shown = List.of();

  PatchBoard(PatchesActions actions) {
    this.actions = actions;
    row.getStyleClass().add("board");
    root.getStyleClass().add("board-scroll");
    root.setFitToHeight(true);
    root.setFitToWidth(true);
    root.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setFocusTraversable(false);
    root.setAccessibleText(Words.of("board.name"));
  }

  Node root() {
    return root;
  }

  void show(PatchesState.Listing listing, TimeView time) {
    if (!listing.columns().equals(shown)) {
      shown = listing.columns();
      arrange();
    }
    for (BoardList list : lists) {
      list.show(listing, time);
    }
  }

  private void arrange() {
    while (lists.size() < shown.size()) {
      int place = lists.size();
      BoardList list = new BoardList(actions, by -> sideways(place, by));
      HBox.setHgrow(list.root(), Priority.ALWAYS);
      lists.add(list);
    }
    while (lists.size() > shown.size()) {
      lists.removeLast();
    }
    row.getChildren().setAll(lists.stream().map(BoardList::root).toList());
    for (int i = 0; i < lists.size(); i++) {
      lists.get(i).set(shown.get(i));
    }
  }

  /// Gives the keyboard to the column with the selected card, or to the first.
  void focus() {
    Optional<BoardList> selected =
        lists.stream().filter(list -> list.selected().isPresent()).findFirst();
    selected
        .or(() -> lists.stream().findFirst())
        .ifPresent(list -> list.take(list.selected().orElse(0)));
  }

  /// To the card at the same height in the column beside.
  private void sideways(int from, int by) {
    int to = from + by;
    if (to >= 0 && to < lists.size()) {
      OptionalInt height = lists.get(from).selected();
      lists.get(to).take(height.orElse(0));
      reveal(lists.get(to).root());
    }
  }

  private void reveal(Node column) {
    double width = row.getWidth();
    double seen = root.getViewportBounds().getWidth();
    if (width <= seen) {
      return;
    }
    double left = column.getBoundsInParent().getMinX();
    double right = column.getBoundsInParent().getMaxX();
    double from = root.getHvalue() * (width - seen);
    double wanted = Math.max(Math.min(from, left), right - seen);
    root.setHvalue(wanted / (width - seen));
  }
}
