package io.suturescope.views.patches;

import io.suturescope.model.patch.PatchState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One state of the graph.
final class StateBox extends HBox {

  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  private static final PseudoClass ON_PATH = PseudoClass.getPseudoClass("on-path");

  /// @param dwell how long the selected patch was here; empty when it was not
  StateBox(MachineState.Box box, String dwell, String said) {
    getStyleClass().addAll("state-box", "state-" + box.state().word());
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(said);
    Label name = Labels.words(PatchWords.state(box.state()), "state-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(name);
    words.setAlignment(Pos.CENTER_LEFT);
    if (!dwell.isEmpty()) {
      words.getChildren().add(Labels.data(dwell, "state-dwell"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Label count = Labels.words(Words.compact(box.patches()), "state-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(words, count);
    pseudoClassStateChanged(EMPTY, box.patches() == 0);
    pseudoClassStateChanged(ON_PATH, !dwell.isEmpty());
    String word =
        box.state() == PatchState.UNKNOWN ? "state:unknown" : "state:" + box.state().word();
    javafx.scene.control.Tooltip.install(this, Labels.tip(Words.of("machine.ask", word)));
  }
}
