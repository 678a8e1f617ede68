package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertChannel;
import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Which severity goes where.
final class RoutingGrid {

  private final Consumer<AlertRouting> edited;
  private final CheckBox all;
  private final CheckBox file;
  private final CheckBox webhook;
  private final GridPane grid = new GridPane();
  private final List<Box> boxes = new ArrayList<>();
  private final VBox root;
  private AlertRouting shown = AlertRouting.CODESUTURE;

  private record Box(Severity severity, AlertChannel channel, CheckBox check) {}

  RoutingGrid(Consumer<AlertRouting> edited) {
    this.edited = edited;
    all = check(Words.of("whatif.on"), this::switched);
    file = check("", this::switched);
    file.setAccessibleText(Words.of("whatif.on.file"));
    webhook = check("", this::switched);
    webhook.setAccessibleText(Words.of("whatif.on.webhook"));
    grid.getStyleClass().addAll("facts", "routing-grid");
    for (AlertChannel channel : AlertChannel.values()) {
      add(Labels.words(word(channel), "muted"), column(channel), 0);
    }
    for (Severity severity : AlertRouting.SEVERITIES) {
      int row = grid.getRowCount();
      grid.add(Labels.words(SeverityBadge.name(severity)), 0, row);
      for (AlertChannel channel : AlertChannel.values()) {
        add(box(severity, channel), column(channel), row);
      }
    }
    int row = grid.getRowCount();
    grid.add(Labels.words(Words.of("whatif.on.row"), "muted"), 0, row);
    add(file, column(AlertChannel.FILE), row);
    add(webhook, column(AlertChannel.WEBHOOK), row);
    root = new VBox(all, grid);
    root.getStyleClass().add("section");
  }

  private static String word(AlertChannel channel) {
    return Words.of("whatif.channel." + channel.word());
  }

  private static int column(AlertChannel channel) {
    return switch (channel) {
      case FILE -> 1;
      case WEBHOOK -> 2;
      case DIGEST -> 3;
    };
  }

  private void add(Node node, int column, int row) {
    grid.add(node, column, row);
    GridPane.setHalignment(node, HPos.CENTER);
  }

  private CheckBox box(Severity severity, AlertChannel channel) {
    CheckBox check = new CheckBox();
    check.setAccessibleText(Words.of("whatif.route", SeverityBadge.name(severity), word(channel)));
    check.setOnAction(_ -> edit(shown.with(severity, channel, check.isSelected())));
    boxes.add(new Box(severity, channel, check));
    return check;
  }

  private CheckBox check(String text, UnaryOperator<AlertRouting> change) {
    CheckBox check = new CheckBox(text);
    check.setOnAction(_ -> edit(change.apply(shown)));
    return check;
  }

  private AlertRouting switched(AlertRouting routing) {
    return routing.withSwitches(all.isSelected(), file.isSelected(), webhook.isSelected());
  }

  private void edit(AlertRouting routing) {
    shown = routing;
    edited.accept(routing);
  }

  Node root() {
    return root;
  }

  void show(AlertRouting routing) {
    shown = routing;
    all.setSelected(routing.enabled());
    file.setSelected(routing.fileEnabled());
    webhook.setSelected(routing.webhookEnabled());
    grid.setDisable(!routing.enabled());
    for (Box box : boxes) {
      box.check()
          .setSelected(
              routing.channels().getOrDefault(box.severity(), Set.of()).contains(box.channel()));
    }
  }
}
