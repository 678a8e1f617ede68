package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Of which project, the ways back, and the way out.
final class WhatIfHead {

  private final WhatIfActions actions;
  private final MenuButton source = new MenuButton();
  private final Button project;
  private final Button codeSuture;
  private final Label counting = Labels.words(Words.of("whatif.counting"), "muted", "small-text");
  private final VBox root = new VBox();

  WhatIfHead(WhatIfActions actions) {
    this.actions = actions;
    source.getStyleClass().addAll("quiet", "small");
    source.setMnemonicParsing(false);
    source.setMinWidth(Region.USE_PREF_SIZE);
    source.managedProperty().bind(source.visibleProperty());
    project = button("whatif.back.project", actions::backToProject);
    project.managedProperty().bind(project.visibleProperty());
    codeSuture = button("whatif.back.codesuture", actions::backToCodeSuture);
    Button export = button("whatif.export", actions::export);
    export.getStyleClass().add("what-if-export");
    WrapLine line = new WrapLine(0.7, 0.4);
    line.add(Labels.words(Words.of("whatif.heading"), "heading"));
    line.add(source);
    HBox out = new HBox(counting, project, codeSuture, export);
    out.getStyleClass().add("digest-out");
    out.setAlignment(Pos.CENTER_RIGHT);
    line.addAtEnd(out);
    root.getStyleClass().addAll("screen-head", "section");
    root.getChildren().addAll(line, Labels.prose(Words.of("whatif.export.limit"), "muted"));
  }

  private static Button button(String key, Runnable action) {
    Button button = new Button(Words.of(key));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  Node root() {
    return root;
  }

  void show(WhatIfState state) {
    counting.setVisible(state.counting());
    boolean own = !state.project().equals(AlertPolicy.CODESUTURE);
    project.setVisible(own);
    project.setDisable(state.policy().equals(state.project()));
    codeSuture.setDisable(state.policy().equals(AlertPolicy.CODESUTURE));
    source.setVisible(state.sources().size() > 1);
    List<MenuItem> items = new ArrayList<>();
    for (WhatIfState.Source each : state.sources()) {
      String name = VisibleText.line(each.name());
      boolean chosen = OptionalLong.of(each.id()).equals(state.source());
      RadioMenuItem item = new RadioMenuItem(name);
      item.setMnemonicParsing(false);
      item.setSelected(chosen);
      item.setOnAction(_ -> actions.sourceChosen(each.id()));
      items.add(item);
      if (chosen) {
        source.setText(name);
        source.setAccessibleText(Words.of("digest.source", name));
      }
    }
    source.getItems().setAll(items);
  }
}
