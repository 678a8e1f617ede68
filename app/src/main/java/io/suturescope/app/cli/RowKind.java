package io.suturescope.app.cli;

import io.suturescope.app.export.Cell;
import io.suturescope.model.incident.Severity;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What is printed of one kind of row, in every format.
interface RowKind<T> {

  /// The fields of the row's JSON object.
  SequencedMap<String, Cell> cells(T row);

  /// The columns of a CSV file.
  List<String> names();

  /// One cell for each of the names, in their order.
  List<Cell> flat(T row);

  /// The few columns that a person reads in a terminal or a document.
  List<TextColumn> columns();

  /// One text for each of the columns.
  List<String> texts(T row, ZoneId zone);

  /// What paints the row's severity; empty where there is none.
  Optional<Severity> severity(T row);

  /// A column for people.
  ///
  /// @param needed characters without which it says nothing
  /// @param spared 0 for a column that always stays; a narrow terminal goes without the others in
  ///   rising order
  /// @param painted true for the one that shows the severity in colour, where there is colour
  record TextColumn(String title, int needed, int spared, boolean painted) {

    static TextColumn of(String title, int needed, int spared) {
      return new TextColumn(title, needed, spared, false);
    }
  }
}
