package io.suturescope.views.controls;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.Bucket;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// The buckets of a timeline as a table.
final class TimelineTable {

  private final TableView<Bucket> table = new TableView<>();
  private List<Bucket> shown = List.of();

  TimelineTable() {
    table.getStyleClass().add("timeline-table");
    table.setAccessibleText(Words.of("timeline.table"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    // A table that nobody looks at is not filled.
    table.visibleProperty().addListener(_ -> fill());
  }

  Region root() {
    return table;
  }

  void show(TimelineState state) {
    shown = state.timeline().buckets();
    table.getColumns().clear();
    table.getColumns().add(words("timeline.from", b -> Times.shortly(state.time(), b.start())));
    for (Severity severity : Severity.values()) {
      table.getColumns().add(number(SeverityBadge.name(severity), b -> b.counts().of(severity)));
    }
    table.getColumns().add(number(Words.of("timeline.total"), b -> b.counts().total()));
    fill();
  }

  private void fill() {
    if (table.isVisible()) {
      table.getItems().setAll(shown);
    } else {
      table.getItems().clear();
    }
  }

  private static TableColumn<Bucket, String> words(String key, Function<Bucket, String> value) {
    TableColumn<Bucket, String> column = new TableColumn<>(Words.of(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    column.setSortable(false);
    return column;
  }

  private static TableColumn<Bucket, String> number(String title, ToLongFunction<Bucket> value) {
    TableColumn<Bucket, String> column = new TableColumn<>(title);
    column.getStyleClass().add("number");
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(Words.number(value.applyAsLong(cell.getValue()))));
    column.setSortable(false);
    return column;
  }
}
