package io.suturescope.views.controls;

import java.util.List;
import java.util.Optional;

/// A long list as the table sees it: how long it is, and those rows that are there.
///
/// A row that has not been read yet is empty; the table draws a quiet placeholder and asks for it
/// with `rowsNeeded`. All methods are called on the UI thread and must answer at once.
public interface RowWindow<R> {

  int size();

  /// `index` is from 0 to `size() - 1`.
  Optional<R> row(int index);

  /// A list that is there as a whole.
  static <R> RowWindow<R> of(List<R> rows) {
    return new WholeList<>(List.copyOf(rows));
  }

  /// @param rows in their order
  record WholeList<R>(List<R> rows) implements RowWindow<R> {

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public Optional<R> row(int index) {
      return Optional.of(rows.get(index));
    }
  }
}
