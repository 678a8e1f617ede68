package io.suturescope.views.controls;

import java.util.Optional;
import javafx.collections.ObservableListBase;

/// A row window as the list that a control wants: every element is only its own number, so a
/// million of them cost nothing.
final class LazyRows<R> extends ObservableListBase<LazyRows.Slot> {

  /// A place in the list.
  record Slot(int index) {}

  private final RowWindow<R> window;

  LazyRows(RowWindow<R> window) {
    this.window = window;
  }

  Optional<R> row(int index) {
    return index >= 0 && index < window.size() ? window.row(index) : Optional.empty();
  }

  @Override
  public Slot get(int index) {
    return new Slot(index);
  }

  @Override
  public int size() {
    return window.size();
  }

  @Override
  public int indexOf(Object slot) {
    return slot instanceof Slot(int index) && index < size() ? index : -1;
  }

  @Override
  public int lastIndexOf(Object slot) {
    return indexOf(slot);
  }

  @Override
  public boolean contains(Object slot) {
    return indexOf(slot) >= 0;
  }
}
