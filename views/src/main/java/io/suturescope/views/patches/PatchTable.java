package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// The patches as a table, with its keys.
final class PatchTable {

  private final PatchesActions actions;
  private final RowTable<PatchLine> table;
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);

  PatchTable(PatchesActions actions) {
    this.actions = actions;
    TableColumns columns =
        new TableColumns(
            List.of(
                column("severity", 3.2, false, false, 0),
                column("function", 14, false, true, 0),
                column("guard", 11, false, false, 4),
                column("recorded", 7.5, false, false, 5),
                column("effective", 13, false, false, 0),
                column("ttl", 6.5, false, false, 2),
                column("signature", 7.5, false, false, 1),
                column("crashes", 5.5, true, false, 3),
                column("last", 9, false, false, 6)));
    table =
        new RowTable<>(
            Words.of("patches.table"),
            columns,
            c -> new Pane(c, () -> time),
            new TableActions(actions));
    table.keyboardTarget().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table
        .keyboardTarget()
        .setOnMouseClicked(e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            open();
          }
        });
  }

  private static Column column(String key, double em, boolean right, boolean grows, int rank) {
    return new Column(key, Words.of("patches.column." + key), em, right, grows, rank);
  }

  Node root() {
    return table;
  }

  void focus() {
    table.keyboardTarget().requestFocus();
  }

  void show(PatchesState state) {
    time = state.time();
    table.show(state.rows(), state.selected(), OptionalInt.empty());
  }

  private void open() {
    if (table.selectedIndex() >= 0) {
      actions.rowOpened(table.selectedIndex());
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

  /// One row.
  private static final class Pane extends RowPane<PatchLine> {

    private final Supplier<TimeView> time;
    private final Label severity = new Label();
    private final Label function = Labels.data("", "name");
    private final Label module = Labels.data("", "second");
    private final Label guard = Labels.data("", "code");
    private final Label recorded = Labels.data("", "muted");
    private final ChipLabel effective = new ChipLabel();
    private final Label left = Labels.words("", "number");
    private final ChipLabel signature = new ChipLabel();
    private final Label crashes = Labels.words("", "number");
    private final Label last = Labels.words("", "muted");

    Pane(TableColumns columns, Supplier<TimeView> time) {
      super(columns);
      this.time = time;
      place(severity, 0, 1, 0);
      VBox names = new VBox(function, module);
      names.setAlignment(Pos.CENTER_LEFT);
      names.setMinWidth(0);
      place(names, 1, 2, 0);
      place(guard, 2, 3, 0);
      place(recorded, 3, 4, 0);
      place(effective, 4, 5, 0);
      place(left, 5, 6, 0);
      place(signature, 6, 7, 0);
      place(crashes, 7, 8, 0);
      place(last, 8, 9, 0);
    }

    @Override
    protected String draw(int index, Optional<PatchLine> line) {
      PatchLine shown = line.orElse(null);
      if (shown == null) {
        return Words.of("row.loading");
      }
      boolean crashed = shown.severity() != Severity.UNKNOWN;
      severity.setGraphic(crashed ? new SeverityBadge(shown.severity()) : null);
      Labels.setData(function, shown.function());
      Labels.setData(module, shown.place());
      Labels.setData(guard, shown.guard());
      Labels.setData(recorded, shown.recorded());
      effective.set(Optional.of(shown.effective()));
      left.setText(shown.left());
      left.getStyleClass().remove("over");
      if (shown.over()) {
        left.getStyleClass().add("over");
      }
      signature.set(shown.signature());
      crashes.setText(Words.number(shown.crashes()));
      last.setText(shown.lastSeen().map(at -> Times.relative(time.get(), at)).orElse(""));
      return Words.of(
          "patches.row",
          crashed ? SeverityBadge.name(shown.severity()) : "",
          shown.place(),
          shown.function(),
          shown.guard(),
          shown.effective().text(),
          shown.signature().map(Chip::text).orElse(Words.of("patches.no_file")),
          shown.crashes());
    }
  }

  private record TableActions(PatchesActions actions) implements RowTable.Actions {

    @Override
    public void rowsNeeded(int from, int to) {}

    @Override
    public void rowSelected(int index) {
      actions.rowSelected(index);
    }

    @Override
    public void scrolledTo(int firstVisible) {}

    @Override
    public void headerPressed(String column) {}

    @Override
    public void columnResized(String column, double em) {}
  }
}
