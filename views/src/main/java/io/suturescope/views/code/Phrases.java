package io.suturescope.views.code;

import io.suturescope.model.guard.GuardExplanation.Phrase;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.text.TextFlow;

/// A sentence in which names and values stand out.
final class Phrases {

  private Phrases() {}

  /// Prose in which names and values stand in backquotes.
  static Node quoted(String text, String style) {
    List<Phrase> phrases = new ArrayList<>();
    boolean code = false;
    for (String piece : text.split("`", -1)) {
      if (!piece.isEmpty()) {
        phrases.add(new Phrase(piece, code));
      }
      code = !code;
    }
    Node flow = flow(phrases);
    flow.getStyleClass().setAll(style);
    return flow;
  }

  static Node flow(List<Phrase> phrases) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("sentence");
    flow.setAccessibleText(
        VisibleText.line(phrases.stream().map(Phrase::text).collect(Collectors.joining())));
    for (Phrase phrase : phrases) {
      flow.getChildren()
          .add(
              phrase.code()
                  ? Labels.within(flow, Labels.data(phrase.text(), "inline-code"))
                  : Labels.piece(VisibleText.line(phrase.text())));
    }
    return flow;
  }
}
