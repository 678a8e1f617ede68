package io.suturescope.views.incidents;

import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.incidents.IncidentRow.CrashRow;
import io.suturescope.views.incidents.IncidentRow.FingerprintRow;
import io.suturescope.views.incidents.IncidentRow.FunctionRow;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriageActions.Marking;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The stream as a table, with its keys.
final class IncidentTable {

  private static final List<Column> COLUMNS =
      List.of(
          column(IncidentColumn.SEVERITY, 3.9, false, false, 0),
          column(IncidentColumn.FUNCTION, 8.7, false, true, 0),
          column(IncidentColumn.EXCEPTION, 10.5, false, false, 5),
          column(IncidentColumn.CRASHES, 4.9, true, false, 0),
          column(IncidentColumn.TREND, 4.9, false, false, 6),
          column(IncidentColumn.STATE, 7.3, false, false, 2),
          column(IncidentColumn.SHADOW, 8.7, false, false, 4),
          column(IncidentColumn.TTL, 7.0, false, false, 3));

  private final IncidentsActions actions;
  private final RowTable<IncidentRow> table;
  private Optional<Drawn> drawn = Optional.empty();
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);

  IncidentTable(IncidentsActions actions) {
    this.actions = actions;
    table =
        new RowTable<>(
            Words.of("incidents.table"),
            new TableColumns(COLUMNS),
            columns -> new IncidentRowPane(columns, () -> time, this::toggle, actions::termAdded),
            new TableActions(actions));
    ListView<?> list = table.keyboardTarget();
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::marking);
    list.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        toggle(table.selectedIndex());
      }
    });
  }

  private static Column column(
      IncidentColumn column, double em, boolean right, boolean grows, int rank) {
    return new Column(column.key(), Words.of("column." + column.key()), em, right, grows, rank);
  }

  Node root() {
    return table;
  }

  void focus() {
    table.keyboardTarget().requestFocus();
  }

  /// What decides how the table looks.
  private record Drawn(
      RowWindow<IncidentRow> rows,
      long version,
      long marks,
      OptionalInt selected,
      OptionalInt firstVisible,
      TimeView time,
      Map<IncidentColumn, Double> widths,
      Optional<IncidentsState.Sort> sort) {}

  void show(IncidentsState state) {
    Drawn wanted =
        new Drawn(
            state.rows(),
            state.version(),
            state.triage().marks(),
            state.selected(),
            state.firstVisible(),
            state.timeline().time(),
            state.columnWidths(),
            state.sort());
    if (drawn.equals(Optional.of(wanted))) {
      return;
    }
    drawn = Optional.of(wanted);
    time = state.timeline().time();
    state.columnWidths().forEach((column, em) -> table.setWidth(column.key(), em));
    state.sort().ifPresent(sort -> table.setSort(sort.column().key(), sort.descending()));
    table.show(state.rows(), state.selected(), state.firstVisible());
  }

  /// With Shift or Ctrl a click marks rows, and the selection stays where it is.
  private void marking(MouseEvent event) {
    boolean marks = event.isShiftDown() || event.isShortcutDown();
    if (!marks || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    for (Object at = event.getTarget(); at instanceof Node node; at = node.getParent()) {
      if (node instanceof SeverityBadge) {
        return;
      }
      if (node instanceof ListCell<?> cell && !cell.isEmpty()) {
        event.consume();
        table.keyboardTarget().requestFocus();
        actions.rowMarked(cell.getIndex(), event.isShiftDown() ? Marking.EXTEND : Marking.TOGGLE);
        return;
      }
    }
  }

  /// Marks the row that the keyboard leaves and the one that it comes to.
  private void extend(int by) {
    int from = table.selectedIndex();
    if (from >= 0) {
      actions.rowMarked(from, Marking.EXTEND);
      table.move(by);
      actions.rowMarked(table.selectedIndex(), Marking.EXTEND);
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      actions.allMarked();
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.isShiftDown() && (event.getCode() == KeyCode.J || event.getCode() == KeyCode.DOWN)) {
      extend(1);
      event.consume();
      return;
    }
    if (event.isShiftDown() && (event.getCode() == KeyCode.K || event.getCode() == KeyCode.UP)) {
      extend(-1);
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case J -> table.move(1);
      case K -> table.move(-1);
      case ENTER, SPACE -> toggle(table.selectedIndex());
      case RIGHT -> expand();
      // Where nothing is open, it leads to the row above that is.
      case LEFT -> actions.rowCollapsed(Math.max(0, table.selectedIndex()));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void expand() {
    if (expanded().equals(Optional.of(false))) {
      toggle(table.selectedIndex());
    }
  }

  /// Empty when the selected row has nothing below it.
  private Optional<Boolean> expanded() {
    return table.selectedRow().flatMap(IncidentTable::expanded);
  }

  private static Optional<Boolean> expanded(IncidentRow row) {
    return switch (row) {
      case FingerprintRow r -> Optional.of(r.expanded());
      case FunctionRow r -> Optional.of(r.expanded());
      case IncidentRow.UnpatchedHeadRow r -> Optional.of(r.expanded());
      case CrashRow _, IncidentRow.NotPatchedRow _, IncidentRow.LoadingRow _ -> Optional.empty();
    };
  }

  private void toggle(int index) {
    if (index >= 0) {
      table
          .row(index)
          .flatMap(IncidentTable::expanded)
          .ifPresent(is -> {
            if (is) {
              actions.rowCollapsed(index);
            } else {
              actions.rowExpanded(index);
            }
          });
    }
  }

  private record TableActions(IncidentsActions actions) implements RowTable.Actions {

    @Override
    public void rowsNeeded(int from, int to) {
      actions.rowsNeeded(from, to);
    }

    @Override
    public void rowSelected(int index) {
      actions.rowSelected(index);
    }

    @Override
    public void scrolledTo(int firstVisible) {
      actions.scrolledTo(firstVisible);
    }

    @Override
    public void headerPressed(String column) {
      actions.sortedBy(of(column));
    }

    @Override
    public void columnResized(String column, double em) {
      actions.columnResized(of(column), em);
    }

    private static IncidentColumn of(String key) {
      return Arrays.stream(IncidentColumn.values())
          .filter(c -> c.key().equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(key.toLowerCase(Locale.ROOT)));
    }
  }
}
