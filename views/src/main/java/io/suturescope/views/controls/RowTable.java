package io.suturescope.views.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/// A table over a {@link RowWindow}: one row or a million, only what is seen is asked for.
///
/// Rows have one height and one selection that survives new windows. The table never scrolls by
/// itself unless a state says where to.
public final class RowTable<R> extends Region {

  /// What somebody does to the table.
  public interface Actions {

    void rowSelected(int index);

    /// Rows `from` up to and without `to` are about to be seen: for rows that come from elsewhere.
    default void rowsNeeded(int from, int to) {}

    default void scrolledTo(int firstVisible) {}

    /// For tables that sort.
    default void headerPressed(String column) {}

    /// For tables that keep their widths.
    ///
    /// @param em new width
    default void columnResized(String column, double em) {}
  }

  private final ListView<LazyRows.Slot> list = new ListView<>();
  private final Label fontProbe = new Label();
  private final TableColumns columns;
  private final TableHeader header;
  private final Actions actions;
  private final List<RowCell> cells = new ArrayList<>();
  private final Runnable ask = this::askForMissing;
  private LazyRows<R> rows = new LazyRows<>(RowWindow.of(List.of()));
  private Optional<RowWindow<R>> shownWindow = Optional.empty();
  private Optional<Scene> waiting = Optional.empty();
  private boolean showing;
  private int reportedFirst = -1;
  private boolean flowWatched;

  /// @param rowPane makes a pane for one visible row
  public RowTable(
      String name,
      TableColumns columns,
      Function<TableColumns, RowPane<R>> rowPane,
      Actions actions) {
    this.columns = columns;
    this.actions = actions;
    header = new TableHeader(columns, actions, this::requestLayout);
    getStyleClass().add("row-table");
    fontProbe.setManaged(false);
    fontProbe.fontProperty().addListener(_ -> requestLayout());
    list.setAccessibleText(name);
    list.setCellFactory(_ -> new RowCell(rowPane.apply(columns)));
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, index) -> {
          if (!showing && index.intValue() >= 0) {
            actions.rowSelected(index.intValue());
          }
        });
    getChildren().addAll(fontProbe, header, list);
  }

  /// Shows a window. The same window again only draws its visible rows anew.
  ///
  /// @param firstVisible where to scroll to; empty leaves the scroll alone
  public void show(RowWindow<R> window, OptionalInt selected, OptionalInt firstVisible) {
    showing = true;
    if (shownWindow.filter(window::equals).isPresent()) {
      cells.forEach(RowCell::repaint);
    } else {
      shownWindow = Optional.of(window);
      rows = new LazyRows<>(window);
      list.setItems(rows);
      firstVisible.ifPresent(list::scrollTo);
    }
    select(selected);
    showing = false;
    watchMissing();
  }

  public void setWidth(String column, double em) {
    for (int i = 0; i < columns.all().size(); i++) {
      if (columns.all().get(i).key().equals(column) && columns.setWidthInEm(i, em)) {
        requestLayout();
      }
    }
  }

  /// Marks the column that the rows are sorted by.
  public void setSort(String column, boolean descending) {
    header.setSort(column, descending);
  }

  /// Lets the titles take the keyboard: left and right choose one, Enter sorts by it.
  public void sortByKeyboard() {
    header.takeKeyboard(list::requestFocus);
  }

  /// The control that has the keyboard.
  public ListView<?> keyboardTarget() {
    return list;
  }

  /// The row that is selected, when it is there.
  public Optional<R> selectedRow() {
    return rows.row(list.getSelectionModel().getSelectedIndex());
  }

  /// A row, when it is there.
  public Optional<R> row(int index) {
    return rows.row(index);
  }

  public int selectedIndex() {
    return list.getSelectionModel().getSelectedIndex();
  }

  /// Selects another row as a person would, and scrolls to it when it is out of sight.
  public void move(int by) {
    if (!rows.isEmpty()) {
      int index = Math.clamp(selectedIndex() + by, 0, rows.size() - 1);
      list.getSelectionModel().clearAndSelect(index);
      list.getFocusModel().focus(index);
      reveal(index);
    }
  }

  private void reveal(int index) {
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(index);
    }
  }

  private void select(OptionalInt selected) {
    if (selected.isPresent() && selected.getAsInt() < rows.size()) {
      if (selectedIndex() != selected.getAsInt()) {
        list.getSelectionModel().clearAndSelect(selected.getAsInt());
        list.getFocusModel().focus(selected.getAsInt());
      }
    } else {
      list.getSelectionModel().clearSelection();
    }
  }

  @Override
  protected void layoutChildren() {
    double em = fontProbe.getFont().getSize();
    double top = Math.rint(em * 28 / 13);
    double bar = em * 0.9;
    boolean changed = columns.arrange(Math.max(0, getWidth() - bar), em);
    header.resizeRelocate(0, 0, getWidth(), top);
    list.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    if (changed) {
      header.requestLayout();
      cells.forEach(RowCell::relayout);
    }
    watchFlow();
  }

  private void watchFlow() {
    if (!flowWatched && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flowWatched = true;
      flow.positionProperty().addListener(_ -> watchMissing());
    }
  }

  /// Looks after the layout of this pulse which rows are seen and not there.
  private void watchMissing() {
    Optional<Scene> scene = Optional.ofNullable(getScene());
    if (waiting.isEmpty() && scene.isPresent()) {
      waiting = scene;
      scene.get().addPostLayoutPulseListener(ask);
    }
  }

  private void askForMissing() {
    waiting.ifPresent(scene -> scene.removePostLayoutPulseListener(ask));
    waiting = Optional.empty();
    if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (first == null || last == null || first.getIndex() < 0) {
      return;
    }
    if (first.getIndex() != reportedFirst) {
      reportedFirst = first.getIndex();
      actions.scrolledTo(reportedFirst);
    }
    int end = Math.min(rows.size(), last.getIndex() + 1);
    for (int i = first.getIndex(); i < end; i++) {
      if (rows.row(i).isEmpty()) {
        actions.rowsNeeded(first.getIndex(), end);
        return;
      }
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 600;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 300;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 120;
  }

  private final class RowCell extends ListCell<LazyRows.Slot> {

    private final RowPane<R> pane;

    RowCell(RowPane<R> pane) {
      this.pane = pane;
      getStyleClass().add("row-cell");
      cells.add(this);
    }

    @Override
    protected void updateItem(LazyRows.Slot slot, boolean empty) {
      super.updateItem(slot, empty);
      repaint();
    }

    void relayout() {
      pane.requestLayout();
    }

    void repaint() {
      LazyRows.Slot slot = getItem();
      if (isEmpty() || slot == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Optional<R> row = rows.row(slot.index());
      setAccessibleText(pane.draw(slot.index(), row));
      setGraphic(pane);
      if (row.isEmpty()) {
        watchMissing();
      }
    }
  }
}
