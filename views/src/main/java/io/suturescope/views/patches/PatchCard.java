package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.TtlBar;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.controls.VerdictLabel;
import io.suturescope.views.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One patch on the board.
final class PatchCard {

  private final SeverityBadge severity = new SeverityBadge();
  private final Label function = Labels.data("", "name");
  private final Label module = Labels.data("", "second");
  private final Label guard = Labels.data("", "code", "second");
  private final TtlBar left = new TtlBar();
  private final VerdictLabel verdict = new VerdictLabel(Verdict.NOT_RUN);
  private final Label age = Labels.words("", "second");
  private final Label crashes = Labels.words("", "second");
  private final VBox root;

  PatchCard() {
    severity.managedProperty().bind(severity.visibleProperty());
    severity.setMinWidth(Region.USE_PREF_SIZE);
    HBox name = new HBox(severity, function);
    name.getStyleClass().add("card-line");
    name.setAlignment(Pos.CENTER_LEFT);
    verdict.setMinWidth(0);
    crashes.setMinWidth(Region.USE_PREF_SIZE);
    root = new VBox(name, module, guard, ends(left, verdict), ends(age, crashes));
    root.getStyleClass().add("patch-card");
    root.setMinWidth(0);
  }

  private static HBox ends(Region start, Region end) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(start, gap, end);
    line.getStyleClass().add("card-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  Node root() {
    return root;
  }

  void show(PatchLine line, TimeView time) {
    severity.setVisible(line.severity() != Severity.UNKNOWN);
    severity.set(line.severity());
    Labels.setData(function, line.function());
    Labels.setData(module, line.place());
    Labels.setData(guard, PatchWords.guards(line));
    left.set(line.left());
    verdict.set(line.verdict());
    age.setText(line.age().isEmpty() ? "" : Words.of("card.age", line.age()));
    crashes.setText(
        Words.of(
            "card.crashes",
            line.crashes(),
            line.lastSeen().map(at -> Times.relative(time, at)).orElse("")));
  }
}
