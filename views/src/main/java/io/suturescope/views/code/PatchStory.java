package io.suturescope.views.code;

import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Facts;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A patch in plain words, and whether its bytes can be trusted.
final class PatchStory {

  private static final int LINES_AROUND = 2;
  private static final int WORTH_COPYING = 30;

  private final VBox root = new VBox();

  PatchStory() {
    root.setMinSize(0, 0);
  }

  Node root() {
    return root;
  }

  void show(PatchPage page) {
    VBox body = CodeParts.body();
    page.trust().warnings().stream()
        .filter(PatchPage.Warning::grave)
        .map(CodeParts::warning)
        .forEach(body.getChildren()::add);
    if (!page.explanation().sentence().isEmpty()) {
      body.getChildren().add(Phrases.flow(page.explanation().sentence()));
    }
    page.source()
        .filter(source -> !source.lines().isEmpty())
        .ifPresent(source ->
            body.getChildren().add(new SourceExcerpt(source, LINES_AROUND, (_, _) -> {}).root()));
    page.explanation().details().stream()
        .map(detail -> Phrases.quoted(detail, "detail-prose"))
        .forEach(body.getChildren()::add);
    page.explanation().warnings().stream()
        .map(warning -> CodeParts.warning(new PatchPage.Warning(warning, false)))
        .forEach(body.getChildren()::add);
    body.getChildren().add(trust(page.trust()));
    if (!page.facts().isEmpty()) {
      Facts facts = new Facts();
      page.facts().forEach(fact -> add(facts, fact));
      body.getChildren().add(facts);
    }
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().setAll(scroll);
  }

  /// What is long and code is rather copied than read.
  private static void add(Facts facts, Fact fact) {
    if (!fact.code() || fact.value().length() < WORTH_COPYING) {
      facts.add(fact);
      return;
    }
    Label value = Labels.data(fact.value(), "code");
    HBox.setHgrow(value, Priority.SOMETIMES);
    HBox line = new HBox(value, CodeParts.copy(fact));
    line.setAlignment(Pos.CENTER_LEFT);
    facts.add(fact.name(), line);
  }

  private static Node trust(PatchPage.Trust trust) {
    WrapLine line = new WrapLine(0.6, 0.3);
    line.add(Labels.words(Words.of("trust.title"), "strong"));
    line.add(new ChipLabel(trust.signature()));
    VBox box = new VBox(line, Labels.block(trust.meaning()));
    box.getStyleClass().add("section");
    trust.warnings().stream()
        .filter(warning -> !warning.grave())
        .map(CodeParts::warning)
        .forEach(box.getChildren()::add);
    return box;
  }
}
