package io.suturescope.views.alerts;

import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The rows of the inventory of dismissals.
final class DismissalTable {

  private DismissalTable() {}

  static RowTable<DismissalLine> make(RowTable.Actions actions) {
    TableColumns columns =
        new TableColumns(
            List.of(
                column("what", 13, false, false, 0),
                column("standing", 6, false, false, 0),
                column("condition", 14, true, false, 0),
                column("origin", 24, false, false, 2),
                column("crashes", 6, false, true, 3)));
    return new RowTable<>(Words.of("dismissals.table"), columns, Pane::new, actions);
  }

  private static Column column(String key, double em, boolean grows, boolean right, int rank) {
    return new Column(key, Words.of("dismissals.column." + key), em, right, grows, rank);
  }

  private static final class Pane extends RowPane<DismissalLine> {

    private final Label what = Labels.data("", "name");
    private final Label more = Labels.data("", "second");
    private final ChipLabel standing = new ChipLabel();
    private final Label condition = Labels.data("");
    private final Label origin = Labels.data("", "muted");
    private final Label crashes = Labels.words("", "number");

    Pane(TableColumns columns) {
      super(columns);
      VBox names = new VBox(what, more);
      names.setAlignment(Pos.CENTER_LEFT);
      names.setMinWidth(0);
      place(names, 0, 1, 0);
      place(standing, 1, 2, 0);
      place(condition, 2, 3, 0);
      place(origin, 3, 4, 0);
      place(crashes, 4, 5, 0);
    }

    @Override
    protected String draw(int index, Optional<DismissalLine> line) {
      return line.map(this::drawn).orElseGet(() -> Words.of("row.loading"));
    }

    private String drawn(DismissalLine line) {
      Labels.setData(what, line.what());
      Labels.setData(more, line.more());
      standing.set(Optional.of(line.standing()));
      Labels.setData(condition, line.condition());
      Labels.setData(origin, line.origin());
      crashes.setText(Words.number(line.crashes()));
      return Words.of(
          "dismissals.row", line.what(), line.standing().text(), line.condition(), line.origin());
    }
  }
}
