package io.suturescope.views.digest;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Text that somebody else wrote, line by line, with a note on what it is.
final class WrittenText {

  /// More of one line is read by nobody, and slow to draw.
  private static final int LONGEST = 1_000;

  private final Label more = Labels.prose("", "muted");
  private final ListView<String> lines = new ListView<>();
  private final VBox root = new VBox();

  WrittenText() {
    lines.getStyleClass().add("written-lines");
    lines.setAccessibleText(Words.of("digest.heading"));
    lines.setCellFactory(_ -> new Line());
    VBox.setVgrow(lines, Priority.ALWAYS);
    VBox notes = new VBox(Labels.prose(Words.of("digest.as_written"), "muted"), more);
    notes.getStyleClass().add("written-note");
    more.managedProperty().bind(more.visibleProperty());
    root.getChildren().addAll(notes, lines);
    root.setMinSize(0, 0);
  }

  Node root() {
    return root;
  }

  void show(DigestState.Content.AsWritten text, boolean again) {
    more.setText(Words.of("digest.more", text.lines().size()));
    more.setVisible(text.more());
    lines.getItems().setAll(text.lines());
    if (!again) {
      lines.scrollTo(0);
    }
  }

  private static final class Line extends ListCell<String> {
    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? "" : VisibleText.line(shortened(line)));
    }

    private static String shortened(String line) {
      return line.length() <= LONGEST
          ? line
          : line.substring(0, line.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
  }
}
