package io.suturescope.views.rewind;

import io.suturescope.model.rewind.RewindStep.Change;
import io.suturescope.model.rewind.RewindStep.Variable;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Arguments and locals of one step, with what happened to each since the call was seen last.
final class StepTable {

  /// What CodeSuture keeps of a value (codesuture.md 11).
  private static final int CUT_AT = 200;

  private final RowTable<Variable> table;

  StepTable() {
    TableColumns columns =
        new TableColumns(
            List.of(
                column("change", 6.5, false, 0),
                column("name", 11, false, 0),
                column("kind", 7, false, 1),
                column("value", 12, true, 0)));
    table =
        new RowTable<>(Words.of("rewind.variables"), columns, Pane::new, new RowsInMemory(_ -> {}));
    table.getStyleClass().add("rewind-table");
  }

  private static Column column(String key, double em, boolean grows, int rank) {
    return new Column(key, Words.of("rewind.column." + key), em, false, grows, rank);
  }

  Node root() {
    return table;
  }

  void show(List<Variable> variables) {
    table.show(RowWindow.of(variables), OptionalInt.empty(), OptionalInt.empty());
  }

  private static String sign(Change change) {
    return switch (change) {
      case NEW -> "+";
      case CHANGED -> "≠";
      case SAME -> "";
    };
  }

  private static String word(Change change) {
    return Words.of("rewind.change." + change.name().toLowerCase(Locale.ROOT));
  }

  /// CodeSuture ends a value that it cut with three dots.
  private static boolean isCut(String value) {
    return value.length() == CUT_AT && value.endsWith("...");
  }

  private static final class Pane extends RowPane<Variable> {

    private final Label change = Labels.words("", "rewind-change");
    private final Label name = Labels.data("", "code");
    private final Label kind = Labels.words("", "muted");
    private final Label value = Labels.data("", "code");

    Pane(TableColumns columns) {
      super(columns);
      place(change, 0, 1, 0);
      place(name, 1, 2, 0);
      place(kind, 2, 3, 0);
      place(value, 3, 4, 0);
    }

    @Override
    protected String draw(int index, Optional<Variable> row) {
      Variable shown = row.orElse(null);
      if (shown == null) {
        return Words.of("row.loading");
      }
      change.getStyleClass().removeAll("entry-added", "rewind-changed");
      switch (shown.change()) {
        case NEW -> change.getStyleClass().add("entry-added");
        case CHANGED -> change.getStyleClass().add("rewind-changed");
        case SAME -> {}
      }
      String word = word(shown.change());
      change.setText(shown.change() == Change.SAME ? "" : sign(shown.change()) + " " + word);
      Labels.setData(name, shown.name());
      kind.setText(Words.of(shown.argument() ? "rewind.argument" : "rewind.local"));
      String text =
          isCut(shown.value()) ? Words.of("rewind.cut", shown.value(), CUT_AT) : shown.value();
      Labels.setData(value, text);
      return Words.of("rewind.row", word, kind.getText(), name.getText(), value.getText());
    }
  }
}
