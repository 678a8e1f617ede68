package io.suturescope.views.alerts;

import io.suturescope.model.alert.WhatIf.Change;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Where severities change, most crashes first.
final class ChangeTable {

  /// The rows are all there, and nothing follows from choosing one.
  private static final class Quiet implements RowTable.Actions {

    @Override
    public void rowSelected(int index) {}
  }

  private final RowTable<Change> table;

  ChangeTable() {
    TableColumns columns =
        new TableColumns(
            List.of(
                column("severity", 5, false, false, 0),
                column("crashes", 6, true, false, 0),
                column("function", 9, false, true, 0),
                column("guard", 10, false, false, 1)));
    table = new RowTable<>(Words.of("whatif.changes"), columns, Pane::new, new Quiet());
    table.getStyleClass().add("change-table");
  }

  private static Column column(String key, double em, boolean right, boolean grows, int rank) {
    return new Column(key, Words.of("whatif.column." + key), em, right, grows, rank);
  }

  Node root() {
    return table;
  }

  void show(List<Change> changes) {
    table.setVisible(!changes.isEmpty());
    table.show(RowWindow.of(changes), OptionalInt.empty(), OptionalInt.empty());
  }

  private static final class Pane extends RowPane<Change> {

    private final SeverityBadge from = new SeverityBadge();
    private final SeverityBadge to = new SeverityBadge();
    private final Label crashes = Labels.words("", "number");
    private final Label function = Labels.data("", "code");
    private final Label guard = Labels.data("", "code", "muted");

    Pane(TableColumns columns) {
      super(columns);
      HBox severity = new HBox(from, Labels.words("→", "muted"), to);
      severity.getStyleClass().add("row-head");
      severity.setAlignment(Pos.CENTER_LEFT);
      place(severity, 0, 1, 0);
      place(crashes, 1, 2, 0);
      place(function, 2, 3, 0);
      place(guard, 3, 4, 0);
    }

    @Override
    protected String draw(int index, Optional<Change> row) {
      Change shown = row.orElse(null);
      if (shown == null) {
        return Words.of("row.loading");
      }
      from.set(shown.from());
      to.set(shown.to());
      crashes.setText(Words.number(shown.crashes()));
      String module = shown.site().module();
      Labels.setData(
          function,
          module.isEmpty() ? shown.site().function() : module + "." + shown.site().function());
      Labels.setData(guard, shown.site().guard());
      return Words.of(
          "whatif.row",
          function.getText(),
          guard.getText(),
          SeverityBadge.name(shown.from()),
          SeverityBadge.name(shown.to()),
          shown.crashes());
    }
  }
}
