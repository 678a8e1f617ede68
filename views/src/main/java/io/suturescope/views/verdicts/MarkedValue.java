package io.suturescope.views.verdicts;

import io.suturescope.model.diff.TextRow.Range;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// A value with the parts marked that the other side does not have.
final class MarkedValue extends VBox {

  /// A marked piece does not wrap inside.
  private static final int PIECE = 24;

  MarkedValue(String title, String value, List<Range> marks, String markClass) {
    getStyleClass().add("verdict-value");
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("value");
    flow.getChildren().setAll(pieces(value, marks, markClass));
    setAccessibleText(title + ": " + VisibleText.block(value));
    setFocusTraversable(true);
    getChildren().addAll(Labels.words(title, "second"), flow);
  }

  private static List<Node> pieces(String value, List<Range> marks, String markClass) {
    List<Node> pieces = new ArrayList<>();
    int at = 0;
    for (Range mark : marks) {
      int from = Math.clamp(mark.from(), at, value.length());
      int to = Math.clamp(mark.to(), from, value.length());
      plain(pieces, value.substring(at, from));
      for (int piece = from; piece < to; piece += PIECE) {
        Label label =
            new Label(VisibleText.block(value.substring(piece, Math.min(to, piece + PIECE))));
        label.getStyleClass().addAll("marked", markClass);
        pieces.add(label);
      }
      at = to;
    }
    plain(pieces, value.substring(at));
    return pieces;
  }

  private static void plain(List<Node> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(Labels.piece(VisibleText.block(text), "piece"));
    }
  }
}
