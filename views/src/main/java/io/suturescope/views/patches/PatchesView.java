package io.suturescope.views.patches;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of the patches: all of them, and the page of one.
public final class PatchesView {

  private final PatchTable table;
  private final PatchPane page;
  private final Label note = Labels.words("", "muted");
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final EmptyState nothingMatches;
  private final StackPane root = new StackPane();
  private Optional<PatchesState> shown = Optional.empty();

  public PatchesView(PatchesActions actions) {
    table = new PatchTable(actions);
    page = new PatchPane(actions);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(Labels.words(Words.of("patches.heading"), "heading"), gap, note);
    head.getStyleClass().add("screen-head");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(table.root(), Priority.ALWAYS);
    filled.getChildren().addAll(head, table.root());
    nothingImported =
        new EmptyState(Words.of("patches.empty.title"), Words.of("patches.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    nothingMatches =
        new EmptyState(Words.of("patches.none.title"), Words.of("patches.none.sentence"))
            .first(Words.of("patches.none.clear"), actions::queryCleared);
    root.getStyleClass().add("patches");
    root.getChildren().addAll(filled, nothingImported, nothingMatches, page.root());
  }

  public Node root() {
    return root;
  }

  /// Gives the keyboard to the rows, or to the page that is open.
  public void focusRows() {
    if (shown.flatMap(PatchesState::opened).isPresent()) {
      page.focus();
    } else {
      table.focus();
    }
  }

  public void show(PatchesState state) {
    shown = Optional.of(state);
    boolean opened = state.opened().isPresent();
    boolean any = state.emptiness() == Emptiness.NOT_EMPTY;
    filled.setVisible(any && !opened);
    nothingImported.setVisible(state.emptiness() == Emptiness.NOTHING_IMPORTED && !opened);
    nothingMatches.setVisible(state.emptiness() == Emptiness.NOTHING_MATCHES && !opened);
    page.root().setVisible(opened);
    note.setText(state.note());
    table.show(state);
    state.opened().ifPresent(o -> page.show(o, state.tab()));
  }
}
