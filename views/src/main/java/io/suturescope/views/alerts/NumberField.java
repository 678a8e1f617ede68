package io.suturescope.views.alerts;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A whole number from 1 on, heard as it is typed.
final class NumberField {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField field = new TextField();
  private final HBox root;
  private int shown = 1;
  private boolean showing;

  /// @param key of the words before the field
  NumberField(String key, IntConsumer edited) {
    field.getStyleClass().addAll("small-field", "count-field");
    field.setAccessibleText(Words.of(key));
    field
        .textProperty()
        .addListener((_, _, text) -> {
          OptionalInt number = number(text);
          field.pseudoClassStateChanged(WRONG, number.isEmpty());
          if (!showing) {
            number.ifPresent(edited);
          }
        });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            draw();
          }
        });
    Label label = Labels.words(Words.of(key), "muted");
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    root = new HBox(label, field);
    root.getStyleClass().add("row-head");
    root.setAlignment(Pos.CENTER_LEFT);
  }

  private static OptionalInt number(String text) {
    try {
      int number = Integer.parseInt(text.strip());
      return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  Node root() {
    return root;
  }

  void show(int number) {
    shown = number;
    if (!field.isFocused()) {
      draw();
    }
  }

  private void draw() {
    showing = true;
    field.setText(Integer.toString(shown));
    showing = false;
  }
}
