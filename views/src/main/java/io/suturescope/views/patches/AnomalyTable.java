package io.suturescope.views.patches;

import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is odd in the lives of patches, each with its evidence.
final class AnomalyTable {

  private final PatchesActions actions;
  private final RowTable<AnomalyLine> table;
  private final EmptyState none =
      new EmptyState(Words.of("anomalies.none.title"), Words.of("anomalies.none.sentence"));
  private final StackPane root = new StackPane();

  AnomalyTable(PatchesActions actions) {
    this.actions = actions;
    TableColumns columns =
        new TableColumns(
            List.of(
                column("kind", 11, false, 0),
                column("patch", 14, false, 0),
                column("sentence", 12, true, 0),
                column("evidence", 23, false, 1)));
    table = new RowTable<>(Words.of("anomalies.name"), columns, Pane::new, new TableActions());
    table.keyboardTarget().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table
        .keyboardTarget()
        .setOnMouseClicked(e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            open();
          }
        });
    root.getChildren().addAll(table, none);
  }

  private static Column column(String key, double em, boolean grows, int rank) {
    return new Column(key, Words.of("anomalies.column." + key), em, false, grows, rank);
  }

  Node root() {
    return root;
  }

  void focus() {
    table.keyboardTarget().requestFocus();
  }

  /// @param known false while they are looked for
  void show(List<AnomalyLine> lines, boolean known) {
    none.setVisible(lines.isEmpty() && known);
    table.setVisible(!lines.isEmpty());
    int selected = table.selectedIndex();
    table.show(
        RowWindow.of(lines),
        lines.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(Math.clamp(selected, 0, lines.size() - 1)),
        OptionalInt.empty());
  }

  private void open() {
    if (table.selectedIndex() >= 0) {
      actions.anomalyOpened(table.selectedIndex());
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case J -> table.move(1);
      case K -> table.move(-1);
      case ENTER, SPACE, RIGHT -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static final class Pane extends RowPane<AnomalyLine> {

    private final ChipLabel kind = new ChipLabel();
    private final Label patch = Labels.data("", "name");
    private final Label where = Labels.data("", "second");
    private final Label sentence = Labels.data("");
    private final Label evidence = Labels.data("", "muted");

    Pane(TableColumns columns) {
      super(columns);
      place(kind, 0, 1, 0);
      VBox lines = new VBox(patch, where);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      place(lines, 1, 2, 0);
      place(sentence, 2, 3, 0);
      place(evidence, 3, 4, 0);
      for (Label label : List.of(sentence, evidence)) {
        Labels.wrap(label);
      }
    }

    @Override
    protected String draw(int index, Optional<AnomalyLine> line) {
      AnomalyLine shown = line.orElse(null);
      if (shown == null) {
        return Words.of("row.loading");
      }
      kind.set(
          Optional.of(new Chip(shown.kind(), shown.alarming() ? Tone.CRITICAL : Tone.NEUTRAL)));
      Labels.setData(patch, shown.patch());
      Labels.setData(where, shown.place());
      Labels.setData(sentence, shown.sentence());
      Labels.setData(evidence, shown.evidence());
      return Words.of(
          "anomalies.row", shown.kind(), shown.patch(), shown.sentence(), shown.evidence());
    }
  }

  private static final class TableActions implements RowTable.Actions {

    @Override
    public void rowSelected(int index) {}
  }
}
