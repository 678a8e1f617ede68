package io.suturescope.views.controls;

import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lines of source with their numbers; a line and a part of it may be marked.
public final class CodeBlock extends ScrollPane {

  private final VBox lines = new VBox();
  private BiConsumer<Integer, Integer> pointed = (_, _) -> {};

  public CodeBlock() {
    getStyleClass().add("code-block");
    lines.getStyleClass().add("lines");
    setContent(lines);
    setFitToWidth(true);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(Region.USE_PREF_SIZE);
    setAccessibleText(Words.of("code.name"));
    setFocusTraversable(false);
  }

  /// Tells of the line, from 0, and the character under the pointer.
  public void onPointed(BiConsumer<Integer, Integer> listener) {
    pointed = listener;
  }

  /// Adds a line.
  ///
  /// @param from first character of the marked part
  /// @param to behind its last character; equal to `from` when no part is marked
  public void add(int number, String text, boolean marked, int from, int to) {
    String digits = number > 0 ? Integer.toString(number) : "";
    Label gutter = Labels.words(digits, "gutter");
    gutter.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(gutter);
    line.getStyleClass().add("code-line");
    line.setAlignment(Pos.BASELINE_LEFT);
    if (marked) {
      line.getStyleClass().add("marked");
    }
    int start = Math.clamp(from, 0, text.length());
    int end = Math.clamp(to, start, text.length());
    int index = lines.getChildren().size();
    piece(line, index, text, 0, start, "code");
    piece(line, index, text, start, end, "code", "culprit");
    piece(line, index, text, end, text.length(), "code");
    lines.getChildren().add(line);
  }

  private void piece(HBox line, int index, String text, int from, int to, String... classes) {
    if (from < to) {
      String part = text.substring(from, to).replace("\t", "    ");
      Label label = Labels.words(VisibleText.line(part), classes);
      label.setMinWidth(Region.USE_PREF_SIZE);
      label.setOnMouseMoved(e -> {
        // The letters of code have one width.
        double share = Math.clamp(e.getX() / Math.max(1, label.getWidth()), 0, 1);
        pointed.accept(index, from + (int) ((to - from) * share));
      });
      line.getChildren().add(label);
    }
  }
}
