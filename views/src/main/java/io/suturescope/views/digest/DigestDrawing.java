package io.suturescope.views.digest;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestPage;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.views.controls.Disclosure;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// A digest drawn from its blocks, with the commands behind its numbers at the end.
final class DigestDrawing {

  private final DigestSentence sentences;
  private final VBox root = new VBox();

  DigestDrawing(DigestPage page, DigestActions actions) {
    sentences = new DigestSentence(page.references(), actions::numberPressed);
    root.getStyleClass().add("digest-page");
    page.blocks().forEach(block -> root.getChildren().add(node(block)));
    if (!page.references().isEmpty()) {
      root.getChildren()
          .add(new Disclosure(Words.of("digest.references"), commands(page.references())));
    }
  }

  Node root() {
    return root;
  }

  private Node node(DigestBlock block) {
    return switch (block) {
      case DigestBlock.Heading(int level, List<DigestSpan> spans) ->
          styled(sentences.flow(spans), level == 1 ? "digest-title" : "digest-section");
      case DigestBlock.Paragraph(List<DigestSpan> spans) ->
          styled(sentences.flow(spans), "digest-prose");
      case DigestBlock.Bullets(List<List<DigestSpan>> items) -> bullets(items);
      case DigestBlock.Table table -> new DigestTable(table, sentences);
    };
  }

  private static TextFlow styled(TextFlow flow, String styleClass) {
    flow.getStyleClass().add(styleClass);
    return flow;
  }

  private Node bullets(List<List<DigestSpan>> items) {
    VBox lines = new VBox();
    lines.getStyleClass().add("digest-bullets");
    for (List<DigestSpan> item : items) {
      lines.getChildren().add(line("•", sentences.flow(item)));
    }
    return lines;
  }

  private static HBox line(String mark, Region text) {
    Label before = Labels.words(mark, "muted");
    before.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(before, text);
    line.getStyleClass().add("digest-bullet");
    line.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    return line;
  }

  private static Node commands(List<String> references) {
    VBox lines = new VBox();
    lines.getStyleClass().add("digest-bullets");
    int number = 0;
    for (String command : references) {
      lines.getChildren().add(line(++number + ".", Labels.block(command, "code")));
    }
    return lines;
  }
}
