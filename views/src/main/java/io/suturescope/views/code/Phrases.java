package io.suturescope.views.code;

import io.suturescope.model.guard.GuardExplanation.Phrase;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A sentence in which names and values stand out.
final class Phrases {

  private Phrases() {}

  static Node flow(List<Phrase> phrases) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("sentence");
    flow.setAccessibleText(phrases.stream().map(Phrase::text).collect(Collectors.joining()));
    for (Phrase phrase : phrases) {
      flow.getChildren()
          .add(
              phrase.code()
                  ? Labels.data(phrase.text(), "inline-code")
                  : new Text(VisibleText.line(phrase.text())));
    }
    return flow;
  }
}
