package io.suturescope.views.alerts;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The rows of the alerts.
final class AlertTable {

  private AlertTable() {}

  static RowTable<AlertLine> make(Supplier<TimeView> time, RowTable.Actions actions) {
    TableColumns columns =
        new TableColumns(
            List.of(
                column("severity", 8.5, false, 0),
                column("function", 12, false, 0),
                column("raised", 14, true, 3),
                column("time", 9, false, 0),
                column("dismissed", 15, false, 2),
                column("file", 17, false, 4)));
    return new RowTable<>(Words.of("alerts.table"), columns, c -> new Pane(c, time), actions);
  }

  private static Column column(String key, double em, boolean grows, int rank) {
    return new Column(key, Words.of("alerts.column." + key), em, false, grows, rank);
  }

  private static final class Pane extends RowPane<AlertLine> {

    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final Supplier<TimeView> time;
    private final SeverityBadge badge = new SeverityBadge();
    private final Label severity = Labels.words("", "muted");
    private final Label function = Labels.data("", "name");
    private final Label state = Labels.words("", "second", "alert-state");
    private final Label raised = Labels.data("", "code");
    private final Label when = Labels.words("", "muted");
    private final Label dismissed = Labels.data("", "second");
    private final Label file = Labels.data("", "second");

    Pane(TableColumns columns, Supplier<TimeView> time) {
      super(columns);
      this.time = time;
      getStyleClass().add("alert-row");
      severity.setGraphic(badge);
      place(severity, 0, 1, 0);
      VBox names = new VBox(function, state);
      names.setAlignment(Pos.CENTER_LEFT);
      names.setMinWidth(0);
      place(names, 1, 2, 0);
      place(raised, 2, 3, 0);
      place(when, 3, 4, 0);
      place(dismissed, 4, 5, 0);
      place(file, 5, 6, 0);
    }

    @Override
    protected String draw(int index, Optional<AlertLine> line) {
      return line.map(this::drawn).orElseGet(() -> Words.of("row.loading"));
    }

    private String drawn(AlertLine line) {
      badge.set(line.severity());
      severity.setText(
          line.logged().map(l -> Words.of("alerts.logged", SeverityBadge.name(l))).orElse(""));
      Labels.setData(function, line.function());
      state.setText(Words.of(line.unread() ? "alerts.unread" : "alerts.read"));
      pseudoClassStateChanged(UNREAD, line.unread());
      Labels.setData(raised, line.raised());
      Times.set(when, time.get(), line.time());
      Labels.setData(dismissed, line.dismissed());
      Labels.setData(file, line.file());
      return Words.of(
          "alerts.row",
          SeverityBadge.name(line.severity()),
          severity.getText(),
          line.function(),
          line.raised(),
          state.getText(),
          line.dismissed());
    }
  }
}
