package io.suturescope.views.sources;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The screen with the imports.
public final class SourcesView {

  private final SourcesActions actions;
  private final StackPane root = new StackPane();

  public SourcesView(SourcesActions actions) {
    this.actions = Objects.requireNonNull(actions);
  }

  public Node root() {
    return root;
  }

  public void show(SourcesState state) {
    root.getChildren().setAll(new Label(Integer.toString(state.sources().size())));
    root.setOnMouseClicked(_ -> actions.openProject());
  }
}
