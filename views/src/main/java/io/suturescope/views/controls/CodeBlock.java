package io.suturescope.views.controls;

import io.suturescope.views.text.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lines of source with their numbers; a line and a part of it may be marked.
public final class CodeBlock extends VBox {

  public CodeBlock() {
    getStyleClass().add("code-block");
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
    piece(line, text.substring(0, start), "code");
    piece(line, text.substring(start, end), "code", "culprit");
    piece(line, text.substring(end), "code");
    getChildren().add(line);
  }

  private static void piece(HBox line, String text, String... classes) {
    if (!text.isEmpty()) {
      Label label = Labels.words(VisibleText.line(text.replace("\t", "    ")), classes);
      label.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(label);
    }
  }
}
