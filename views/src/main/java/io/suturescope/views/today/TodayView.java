package io.suturescope.views.today;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The first screen.
public final class TodayView {

  private final TodayActions actions;
  private final StackPane root = new StackPane();

  public TodayView(TodayActions actions) {
    this.actions = Objects.requireNonNull(actions);
  }

  public Node root() {
    return root;
  }

  public void show(TodayState state) {
    root.getChildren().setAll(new Label(Integer.toString(state.needs().size())));
    root.setOnMouseClicked(_ -> actions.openProject());
  }
}
