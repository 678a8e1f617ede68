package io.suturescope.views.sources;

import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen with the imports: what was read, what could not be, what CodeSuture could not do.
public final class SourcesView {

  private final SourcesActions actions;
  private final ListView<SourcesState.Source> list = new ListView<>();
  private final SourceDetail detail;
  private final SplitPane split = new SplitPane();
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final StackPane root = new StackPane();
  private Optional<SourcesState> shown = Optional.empty();
  private boolean showing;
  private double divider;

  public SourcesView(SourcesActions actions) {
    this.actions = actions;
    detail = new SourceDetail(actions);
    nothingImported =
        new EmptyState(Words.of("sources.empty.title"), Words.of("sources.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    list.setAccessibleText(Words.of("sources.list"));
    list.getStyleClass().add("source-list");
    list.setCellFactory(_ -> new SourceCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, source) -> {
          if (!showing && source != null) {
            actions.sourceChosen(source.id());
          }
        });
    split.getItems().addAll(list, detail.root());
    split.setOnMouseReleased(_ -> reportDivider());
    filled.getChildren().addAll(head(), split);
    VBox.setVgrow(split, Priority.ALWAYS);
    root.getStyleClass().add("sources");
    root.getChildren().addAll(filled, nothingImported);
  }

  private Node head() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            Labels.words(Words.of("sources.heading"), "heading"),
            gap,
            button("open.project", actions::openProject),
            button("open.sample", actions::openSample));
    head.getStyleClass().add("screen-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static Button button(String key, Runnable action) {
    Button button = new Button(Words.of(key));
    button.getStyleClass().add("quiet");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  public Node root() {
    return root;
  }

  public void show(SourcesState state) {
    showing = true;
    boolean any = !state.sources().isEmpty();
    filled.setVisible(any);
    nothingImported.setVisible(!any);
    if (!shown.map(SourcesState::sources).equals(Optional.of(state.sources()))
        || !shown.map(SourcesState::time).equals(Optional.of(state.time()))) {
      shown = Optional.of(state);
      list.getItems().setAll(state.sources());
    }
    shown = Optional.of(state);
    select(state);
    detail.show(state);
    if (state.divider() != divider) {
      divider = state.divider();
      split.setDividerPositions(divider);
    }
    showing = false;
  }

  private void select(SourcesState state) {
    for (int i = 0; i < state.sources().size(); i++) {
      String id = state.sources().get(i).id();
      if (state.detail().filter(d -> d.id().equals(id)).isPresent()) {
        list.getSelectionModel().select(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private void reportDivider() {
    double now = split.getDividerPositions()[0];
    if (now != divider) {
      divider = now;
      actions.dividerMoved(now);
    }
  }

  private final class SourceCell extends ListCell<SourcesState.Source> {

    private final SourceCard card = new SourceCard(actions);

    @Override
    protected void updateItem(SourcesState.Source source, boolean empty) {
      super.updateItem(source, empty);
      if (empty || source == null) {
        setGraphic(null);
        return;
      }
      shown.ifPresent(s -> card.show(source, s.time()));
      setGraphic(card.root());
      setAccessibleText(source.name() + ", " + source.counts());
    }
  }
}
