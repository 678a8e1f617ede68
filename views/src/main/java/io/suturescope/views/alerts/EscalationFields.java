package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// From which repeat on, and to what.
final class EscalationFields {

  private final Consumer<AlertRouting> edited;
  private final NumberField threshold;
  private final NumberField hours;
  private final SegmentedControl<String> to;
  private final Label unknown = Labels.data("", "code", "over");
  private final WrapLine root = new WrapLine(1.2, 0.5);
  private AlertRouting shown = AlertRouting.CODESUTURE;

  EscalationFields(Consumer<AlertRouting> edited) {
    this.edited = edited;
    threshold =
        new NumberField(
            "whatif.threshold", value -> edit(value, shown.windowHours(), shown.escalateTo()));
    hours =
        new NumberField(
            "whatif.hours", value -> edit(shown.repeatThreshold(), value, shown.escalateTo()));
    to =
        new SegmentedControl<>(
            Words.of("whatif.escalate_to"),
            AlertRouting.SEVERITIES.stream().map(Severity::name).toList(),
            word -> SeverityBadge.name(Severity.ofRecorded(word)),
            word -> edit(shown.repeatThreshold(), shown.windowHours(), word));
    to.getStyleClass().add("small-segments");
    HBox target = new HBox(Labels.words(Words.of("whatif.escalate_to"), "muted"), to, unknown);
    target.getStyleClass().add("row-head");
    target.setAlignment(Pos.CENTER_LEFT);
    root.add(threshold.root());
    root.add(hours.root());
    root.add(target);
  }

  private void edit(int times, int window, String target) {
    shown = shown.withEscalation(times, window, target);
    edited.accept(shown);
  }

  Node root() {
    return root;
  }

  void show(AlertRouting routing) {
    shown = routing;
    threshold.show(routing.repeatThreshold());
    hours.show(routing.windowHours());
    to.set(routing.escalateTo());
    Labels.setData(unknown, routing.escalation().isPresent() ? "" : routing.escalateTo());
  }
}
