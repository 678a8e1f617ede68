package io.suturescope.views.incidents;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The screen with the stream of incidents.
public final class IncidentsView {

  private final IncidentsActions actions;
  private final StackPane root = new StackPane();

  public IncidentsView(IncidentsActions actions) {
    this.actions = Objects.requireNonNull(actions);
  }

  public Node root() {
    return root;
  }

  public void show(IncidentsState state) {
    root.getChildren().setAll(new Label(Integer.toString(state.rows().size())));
    root.setOnMouseClicked(_ -> actions.queryWanted());
  }
}
