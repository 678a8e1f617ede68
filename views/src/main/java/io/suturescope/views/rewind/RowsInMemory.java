package io.suturescope.views.rewind;

import io.suturescope.views.controls.RowTable;
import java.util.function.IntConsumer;

/// A table whose rows are all there: only which one is selected matters.
record RowsInMemory(IntConsumer selected) implements RowTable.Actions {

  @Override
  public void rowsNeeded(int from, int to) {}

  @Override
  public void rowSelected(int index) {
    selected.accept(index);
  }

  @Override
  public void scrolledTo(int firstVisible) {}

  @Override
  public void headerPressed(String column) {}

  @Override
  public void columnResized(String column, double em) {}
}
