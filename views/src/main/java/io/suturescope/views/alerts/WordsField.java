package io.suturescope.views.alerts;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

/// Words with commas or blanks between them.
final class WordsField {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
  private static final int ROWS = 3;

  private final TextArea field = new TextArea();
  private List<String> shown = List.of();
  private boolean showing;

  WordsField(Consumer<List<String>> edited) {
    Labels.wrap(field);
    field.setPrefRowCount(ROWS);
    field.getStyleClass().addAll("code", "words-field");
    field.setAccessibleText(Words.of("whatif.words"));
    field
        .textProperty()
        .addListener((_, _, text) -> {
          if (!showing) {
            edited.accept(BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList());
          }
        });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            draw();
          }
        });
    // The tabulator leads on, as from every other field.
    field.addEventFilter(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            field.requestFocusTraversal(
                event.isShiftDown()
                    ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT);
          }
        });
  }

  Node root() {
    return field;
  }

  void show(List<String> words) {
    shown = words;
    if (!field.isFocused()) {
      draw();
    }
  }

  private void draw() {
    String text = String.join(", ", shown);
    if (!field.getText().equals(text)) {
      showing = true;
      field.setText(text);
      showing = false;
    }
  }
}
