package io.suturescope.views.code;

import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The suggested fix with an honest label.
final class FixTab {

  private final PatchActions actions;
  private final DiffPane diff = new DiffPane(DiffPane.Kind.LINES);
  private final VBox root = new VBox();

  FixTab(PatchActions actions) {
    this.actions = actions;
    diff.tools().more(CodeParts.exports(actions, PatchActions.Part.FIX));
    root.getStyleClass().add("code-tab");
    root.setMinSize(0, 0);
    VBox.setVgrow(diff.root(), Priority.ALWAYS);
  }

  Node root() {
    return root;
  }

  void show(Optional<PatchPage.Fix> shown) {
    root.getChildren().clear();
    if (shown.isEmpty()) {
      root.getChildren()
          .add(CodeParts.body(Labels.prose(Words.of("fix.none"), "muted"), buttons(false)));
      return;
    }
    PatchPage.Fix fix = shown.get();
    WrapLine line = new WrapLine(0.6, 0.3);
    line.add(new ChipLabel(fix.label()));
    if (!fix.confidence().isEmpty()) {
      line.add(Labels.words(Words.of("fix.confidence", fix.confidence()), "muted"));
    }
    if (!fix.file().isEmpty()) {
      line.add(Labels.data(fix.file(), "muted"));
    }
    VBox body = CodeParts.body(line, Labels.block(fix.reason()), buttons(fix.usable()));
    if (!fix.usable()) {
      body.getChildren().add(Labels.prose(Words.of("fix.not_exportable"), "muted", "small-text"));
    }
    root.getChildren().add(body);
    fix.diff()
        .ifPresent(text -> {
          diff.show(
              SideRows.of(text, fix.firstLine()),
              PatchPage.Side.named(Words.of("fix.now")),
              PatchPage.Side.named(Words.of("fix.then")));
          root.getChildren().addAll(diff.tools().root(), diff.root());
        });
  }

  private Node buttons(boolean usable) {
    Button patch = button("fix.export");
    patch.setDisable(!usable);
    patch.setOnAction(_ -> actions.exportFix());
    Button all = button("fix.export_all");
    all.setOnAction(_ -> actions.exportSuggestions());
    WrapLine line = new WrapLine(0.6, 0.3);
    line.add(patch);
    line.add(all);
    return line;
  }

  private static Button button(String key) {
    Button button = new Button(Words.of(key));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
