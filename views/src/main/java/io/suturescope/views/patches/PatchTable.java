package io.suturescope.views.patches;

import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

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
                column(PatchColumn.SEVERITY, 3.6, false, false, 0),
                column(PatchColumn.FUNCTION, 11, false, true, 0),
                column(PatchColumn.GUARD, 11.8, false, false, 4),
                column(PatchColumn.RECORDED, 6.8, false, false, 5),
                column(PatchColumn.EFFECTIVE, 11.6, false, false, 0),
                column(PatchColumn.TTL, 7.6, false, false, 2),
                column(PatchColumn.SHADOW, 8.6, false, false, 3),
                column(PatchColumn.SIGNATURE, 8.2, false, false, 1),
                column(PatchColumn.CRASHES, 5.2, true, false, 6),
                column(PatchColumn.LAST, 6.4, false, false, 7),
                column(PatchColumn.PYTHON, 4.8, false, false, 8)));
    table =
        new RowTable<>(
            Words.of("patches.table"),
            columns,
            c -> new PatchRowPane(c, () -> time),
            new TableActions(actions));
    table.sortByKeyboard();
    table.keyboardTarget().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table
        .keyboardTarget()
        .setOnMouseClicked(e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            open();
          }
        });
  }

  private static Column column(
      PatchColumn column, double em, boolean right, boolean grows, int rank) {
    String title = Words.of("patches.column." + column.key());
    return new Column(column.key(), title, em, right, grows, rank);
  }

  Region root() {
    return table;
  }

  void focus() {
    table.keyboardTarget().requestFocus();
  }

  void show(PatchesState.Listing listing, TimeView now) {
    time = now;
    table.setSort(listing.sort().column().key(), listing.sort().descending());
    table.show(listing.rows(), listing.selected(), OptionalInt.empty());
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

  private record TableActions(PatchesActions actions) implements RowTable.Actions {

    @Override
    public void rowSelected(int index) {
      actions.rowSelected(index);
    }

    @Override
    public void headerPressed(String column) {
      PatchColumn.of(column).ifPresent(actions::sortedBy);
    }
  }
}
