package io.suturescope.views.digest;

import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.digest.VisibleText;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.TextFlow;

/// Draws spans as text that wraps; numbers are links.
final class DigestSentence {

  private final List<String> references;
  private final IntConsumer pressed;

  DigestSentence(List<String> references, IntConsumer pressed) {
    this.references = references;
    this.pressed = pressed;
  }

  TextFlow flow(List<DigestSpan> spans) {
    TextFlow flow = new TextFlow();
    flow.setAccessibleText(spans.stream().map(DigestSentence::plain).collect(Collectors.joining()));
    spans.forEach(span -> flow.getChildren().add(node(span)));
    return flow;
  }

  private Node node(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> Labels.piece(text);
      case DigestSpan.Strong(String text) -> text(text, "strong");
      // Letters from right to left would carry the words around them along; a node of its own is
      // an island.
      case DigestSpan.Recorded(String text) when VisibleText.rightToLeft(text) ->
          Labels.data(text, "code", "digest-island");
      case DigestSpan.Recorded(String text) -> text(recorded(text), "code");
      case DigestSpan.Linked(long value, int reference) -> link(value, reference);
    };
  }

  private static Node text(String text, String styleClass) {
    return Labels.piece(text, styleClass);
  }

  private static String recorded(String text) {
    String line = VisibleText.line(text);
    return line.isBlank() ? Words.of("digest.blank") : line;
  }

  private Hyperlink link(long value, int reference) {
    Hyperlink link = new Hyperlink(Long.toString(value));
    link.getStyleClass().add("digest-number");
    link.setTooltip(Labels.tip(VisibleText.line(references.get(reference - 1))));
    link.setAccessibleText(Words.of("digest.number", Long.toString(value)));
    link.setOnAction(_ -> pressed.accept(reference));
    return link;
  }

  static String plain(DigestSpan span) {
    return switch (span) {
      case DigestSpan.Words(String text) -> text;
      case DigestSpan.Strong(String text) -> text;
      case DigestSpan.Recorded(String text) -> recorded(text);
      case DigestSpan.Linked(long value, int _) -> Long.toString(value);
    };
  }
}
