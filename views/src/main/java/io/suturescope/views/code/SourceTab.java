package io.suturescope.views.code;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The function in its file, and what has changed there since the crash.
final class SourceTab {

  private final DiffPane diff = new DiffPane(DiffPane.Kind.LINES);
  private final VBox root = new VBox();

  SourceTab(PatchActions actions) {
    diff.tools().more(CodeParts.exports(actions, PatchActions.Part.SOURCE));
    root.getStyleClass().add("code-tab");
    root.setMinWidth(0);
    VBox.setVgrow(diff.root(), Priority.ALWAYS);
  }

  Node root() {
    return root;
  }

  /// @param code the instructions that come from these lines; empty when there are none to link
  void show(Optional<PatchPage.Source> shown, Optional<CodeDiff> code) {
    root.getChildren().clear();
    if (shown.isEmpty()) {
      root.getChildren().add(CodeParts.body(Labels.prose(Words.of("source.none"), "muted")));
      return;
    }
    PatchPage.Source source = shown.get();
    VBox body = CodeParts.body();
    if (!source.file().isEmpty()) {
      body.getChildren().add(Labels.data(source.file(), "name"));
    }
    if (!source.note().isEmpty()) {
      body.getChildren().add(Labels.block(source.note(), "muted"));
    }
    Optional<TextDiff> changed = source.sinceCrash().filter(SourceTab::differs);
    if (changed.isPresent()) {
      diff.show(
          SideRows.of(changed.get(), source.firstLine()),
          PatchPage.Side.named(Words.of("source.then")),
          PatchPage.Side.named(Words.of("source.now")));
      root.getChildren().addAll(body, diff.tools().root(), diff.root());
      return;
    }
    SourceLink link = new SourceLink(code);
    body.getChildren().add(new SourceExcerpt(source, -1, link::pointed).root());
    if (link.hasInstructions()) {
      body.getChildren().add(link.root());
    }
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().add(scroll);
  }

  private static boolean differs(TextDiff diff) {
    return diff.rows().stream().anyMatch(row -> row.change() != Change.SAME);
  }
}
