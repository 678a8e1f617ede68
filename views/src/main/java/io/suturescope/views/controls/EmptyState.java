package io.suturescope.views.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What would be here, how to get it, and a button or two.
public final class EmptyState extends VBox {

  private final HBox buttons = new HBox();

  public EmptyState(String title, String sentence) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label heading = Labels.prose(title, "title");
    Label text = Labels.prose(sentence, "muted");
    heading.setAlignment(Pos.CENTER);
    buttons.setAlignment(Pos.CENTER);
    buttons.getStyleClass().add("buttons");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(heading, text, buttons);
  }

  /// Adds the button that is meant to be pressed.
  public EmptyState first(String label, Runnable action) {
    return add(label, action, "accent");
  }

  public EmptyState second(String label, Runnable action) {
    return add(label, action, "quiet");
  }

  private EmptyState add(String label, Runnable action, String styleClass) {
    Button button = new Button(label);
    button.getStyleClass().add(styleClass);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    buttons.getChildren().add(button);
    return this;
  }
}
