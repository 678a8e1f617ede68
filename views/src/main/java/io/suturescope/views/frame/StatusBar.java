package io.suturescope.views.frame;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.ProgressStrip;
import io.suturescope.views.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom.
final class StatusBar {

  private final HBox root = new HBox();
  private final Label counts = Labels.data("");
  private final Hyperlink problems = new Hyperlink();
  private final ProgressStrip progress;

  StatusBar(FrameActions actions, Runnable help, Runnable commands) {
    root.getStyleClass().add("status-bar");
    root.setAlignment(Pos.CENTER_LEFT);
    progress = new ProgressStrip(actions::importCancelled);
    problems.setOnAction(_ -> actions.problemsOpened());
    problems.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    root.getChildren()
        .addAll(
            counts,
            problems,
            progress,
            gap,
            link("status.help", help),
            link("status.commands", commands));
  }

  private static Hyperlink link(String key, Runnable action) {
    Hyperlink link = new Hyperlink(Words.of(key));
    link.getStyleClass().add("hint");
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setOnAction(_ -> action.run());
    return link;
  }

  Node root() {
    return root;
  }

  void show(FrameState.Status status) {
    Labels.setData(counts, status.counts());
    problems.setText(Words.of("status.problems", status.problems()));
    present(problems, status.problems() > 0);
    present(progress, status.progress().isPresent());
    status.progress().ifPresent(p -> progress.set(p.text(), p.share()));
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
