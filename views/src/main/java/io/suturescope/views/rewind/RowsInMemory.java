package io.suturescope.views.rewind;

import io.suturescope.views.controls.RowTable;
import java.util.function.IntConsumer;

/// A table whose rows are all there: only which one is selected matters.
record RowsInMemory(IntConsumer selected) implements RowTable.Actions {

  @Override
  public void rowSelected(int index) {
    selected.accept(index);
  }
}
