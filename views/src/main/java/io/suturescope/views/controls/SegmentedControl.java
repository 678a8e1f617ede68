package io.suturescope.views.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One of a few.
public final class SegmentedControl<T> extends HBox {

  private final ToggleGroup group = new ToggleGroup();

  public SegmentedControl(
      String name, List<T> choices, Function<T, String> label, Consumer<T> chosen) {
    getStyleClass().add("segmented");
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(label.apply(choice));
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setAccessibleText(name + " " + button.getText());
      // Pressing the chosen one again would leave none; it stays, and is said again.
      button.setOnAction(_ -> {
        button.setSelected(true);
        chosen.accept(choice);
      });
      getChildren().add(button);
    }
    if (!getChildren().isEmpty()) {
      getChildren().getFirst().getStyleClass().add("first");
      getChildren().getLast().getStyleClass().add("last");
    }
  }

  /// Marks one, or none when it is not among the choices.
  public void set(T choice) {
    group.getToggles().forEach(t -> t.setSelected(choice.equals(t.getUserData())));
  }
}
