package io.suturescope.views.code;

import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Parts that several tabs of a patch have.
final class CodeParts {

  private CodeParts() {}

  static VBox body(Node... parts) {
    VBox body = new VBox(parts);
    body.getStyleClass().add("tab-body");
    body.setMinWidth(0);
    return body;
  }

  static List<MenuItem> exports(PatchActions actions, PatchActions.Part part) {
    List<MenuItem> items = new ArrayList<>();
    for (PatchActions.Format format : PatchActions.Format.values()) {
      MenuItem item = new MenuItem(Words.of("code.export." + format));
      item.setOnAction(_ -> actions.exportDiff(part, format));
      items.add(item);
    }
    return items;
  }

  /// A button that puts the whole of a fact on the clipboard.
  static Button copy(Fact fact) {
    Button copy = new Button();
    copy.setGraphic(Labels.icon(Feather.COPY));
    copy.getStyleClass().addAll("bare", "small");
    copy.setAccessibleText(Words.of("code.copy", fact.name()));
    copy.setTooltip(Labels.tip(Words.of("code.copy", fact.name())));
    copy.setOnAction(_ -> {
      ClipboardContent clip = new ClipboardContent();
      clip.putString(fact.value());
      Clipboard.getSystemClipboard().setContent(clip);
    });
    return copy;
  }

  static Button wide(PatchActions actions) {
    Button wide = new Button(Words.of("code.wide"));
    wide.getStyleClass().addAll("quiet", "small");
    wide.setMinWidth(Region.USE_PREF_SIZE);
    wide.setOnAction(_ -> actions.openWide());
    return wide;
  }

  /// A warning; a grave one on red ground.
  static Node warning(PatchPage.Warning warning) {
    Label label = Labels.block(warning.text().replace("`", ""));
    label.setGraphic(
        Labels.icon(
            warning.grave() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE,
            warning.grave() ? "bad" : "warn"));
    label.getStyleClass().add(warning.grave() ? "grave-notice" : "mild-notice");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
