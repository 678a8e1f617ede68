package io.suturescope.views.rewind;

import io.suturescope.model.rewind.RewindStep;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One step: what happened, where, and what every variable held.
final class StepPane {

  private final WrapLine line = new WrapLine(0.5, 0.3);
  private final Label none = Labels.prose(Words.of("rewind.no_variables"), "muted");
  private final VBox head = new VBox(line, none);
  private final StepTable table = new StepTable();
  private final VBox root;

  StepPane() {
    head.getStyleClass().add("rewind-part");
    none.managedProperty().bind(none.visibleProperty());
    VBox.setVgrow(table.root(), Priority.ALWAYS);
    root = new VBox(head, table.root());
    root.getStyleClass().add("rewind-detail");
  }

  Node root() {
    return root;
  }

  void show(RewindStep step, boolean crash) {
    line.clear();
    boolean raised = step.event().event().equals("exception");
    line.add(
        new ChipLabel(
            new Chip(RewindWords.event(step.event()), raised ? Tone.CRITICAL : Tone.NEUTRAL)));
    if (crash) {
      line.add(new ChipLabel(new Chip("◆ " + Words.of("rewind.crash"), Tone.CRITICAL)));
    }
    line.add(Labels.data(RewindWords.place(step.event()), "heading"));
    if (!step.event().module().isEmpty()) {
      line.add(Labels.data(Words.of("rewind.module", step.event().module()), "muted"));
    }
    result(step);
    none.setVisible(step.variables().isEmpty());
    table.root().setVisible(!step.variables().isEmpty());
    table.show(step.variables());
  }

  private void result(RewindStep step) {
    if (!step.event().exception().isEmpty()) {
      line.add(Labels.data(step.event().exception(), "inline-code"));
    }
    if (!step.event().returned().isEmpty()) {
      line.add(Labels.words(Words.of("rewind.returned"), "muted"));
      line.add(Labels.data(step.event().returned(), "inline-code"));
    }
  }
}
