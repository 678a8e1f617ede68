package io.suturescope.views.alerts;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Numbers before and after, and by how much they differ.
final class BeforeAfter {

  private final GridPane grid = new GridPane();

  BeforeAfter() {
    grid.getStyleClass().addAll("facts", "before-after");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setMinWidth(0);
    grid.getColumnConstraints().add(names);
    for (int i = 0; i < 3; i++) {
      ColumnConstraints numbers = new ColumnConstraints();
      numbers.setHalignment(HPos.RIGHT);
      numbers.setMinWidth(Region.USE_PREF_SIZE);
      grid.getColumnConstraints().add(numbers);
    }
  }

  Node root() {
    return grid;
  }

  void clear() {
    grid.getChildren().clear();
  }

  void title(String title) {
    String[] small = {"muted", "small-text", "next"};
    row(
        Labels.words(title, "strong", "next"),
        Labels.words(Words.of("whatif.before"), small),
        Labels.words(Words.of("whatif.after"), small),
        new Label());
  }

  void add(String name, long before, long after) {
    Label difference = Labels.words(before == after ? "" : signed(after - before), "number");
    if (before != after) {
      difference.getStyleClass().add("what-if-moved");
    }
    row(
        Labels.words(name),
        number(name, "whatif.before", before),
        number(name, "whatif.after", after),
        difference);
  }

  /// Only where there is any.
  void some(String name, long before, long after) {
    if (before > 0 || after > 0) {
      add(name, before, after);
    }
  }

  void add(String name, String before, String after) {
    Label later = Labels.words(after, "number");
    if (!before.equals(after)) {
      later.getStyleClass().add("what-if-moved");
    }
    row(Labels.words(name), Labels.words(before, "number"), later, new Label());
  }

  private static Label number(String name, String key, long value) {
    Label label = Labels.words(Words.number(value), "number");
    label.setAccessibleText(name + " " + Words.of(key) + " " + label.getText());
    return label;
  }

  private static String signed(long value) {
    return String.format(Locale.ENGLISH, "%+,d", value).replace('-', '−');
  }

  private void row(Node... cells) {
    int row = grid.getChildren().stream().mapToInt(GridPane::getRowIndex).max().orElse(-1) + 1;
    grid.addRow(row, cells);
  }
}
