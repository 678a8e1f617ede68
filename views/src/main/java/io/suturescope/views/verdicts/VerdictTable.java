package io.suturescope.views.verdicts;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.controls.VerdictLabel;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// The ledgers as a table, with its keys.
final class VerdictTable {

  private final VerdictsActions actions;
  private final RowTable<VerdictLine> table;
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);

  VerdictTable(VerdictsActions actions) {
    this.actions = actions;
    TableColumns columns =
        new TableColumns(
            List.of(
                column("verdict", 9.5, false, false, 0),
                column("function", 12, false, false, 0),
                column("guard", 11.4, false, false, 4),
                column("sentence", 14, false, true, 0),
                column("source", 7.5, false, false, 3),
                column("count", 4.5, true, false, 1),
                column("newest", 6.4, false, false, 2),
                column("coverage", 9.8, false, false, 5)));
    table =
        new RowTable<>(
            Words.of("verdicts.table"),
            columns,
            c -> new Pane(c, () -> time),
            new TableActions(actions));
    table.keyboardTarget().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table
        .keyboardTarget()
        .setOnMouseClicked(e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            actions.openPatch();
          }
        });
  }

  private static Column column(String key, double em, boolean right, boolean grows, int rank) {
    return new Column(key, Words.of("verdicts.column." + key), em, right, grows, rank);
  }

  Node root() {
    return table;
  }

  void focus() {
    table.keyboardTarget().requestFocus();
  }

  void show(VerdictsState state) {
    time = state.time();
    table.show(state.rows(), state.selected(), OptionalInt.empty());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case J -> table.move(1);
      case K -> table.move(-1);
      case ENTER -> actions.openPatch();
      case ESCAPE -> actions.detailClosed();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// One row.
  private static final class Pane extends RowPane<VerdictLine> {

    private final Supplier<TimeView> time;
    private final VerdictLabel verdict = new VerdictLabel(Verdict.NOT_RUN);
    private final Label function = Labels.data("", "name");
    private final Label module = Labels.data("", "second");
    private final VBox names = new VBox(function, module);
    private final Label guard = Labels.data("", "code", "guard-cell");
    private final Label sentence = Labels.data("", "two-lines");
    private final Label source = Labels.data("", "muted");
    private final Label count = Labels.words("", "number");
    private final Label newest = Labels.words("", "muted");
    private final Label coverage = Labels.words("", "muted");
    private final Label title = Labels.words("", "subheading");
    private final Label meaning = Labels.words("", "muted");
    private final VBox heading = new VBox(title, meaning);
    private final List<Node> cells =
        List.of(verdict, names, guard, sentence, source, count, newest, coverage);

    Pane(TableColumns columns, Supplier<TimeView> time) {
      super(columns);
      this.time = time;
      names.setAlignment(Pos.CENTER_LEFT);
      names.setMinWidth(0);
      heading.setAlignment(Pos.CENTER_LEFT);
      heading.setMinWidth(0);
      Labels.wrap(sentence);
      for (int column = 0; column < cells.size(); column++) {
        place(cells.get(column), column, column + 1, 0);
      }
      place(heading, 0, cells.size(), 0);
    }

    @Override
    protected String draw(int index, Optional<VerdictLine> line) {
      VerdictLine shown = line.orElse(null);
      cells.forEach(cell -> cell.setVisible(shown instanceof VerdictLine.Ledger));
      heading.setVisible(shown instanceof VerdictLine.Heading);
      return switch (shown) {
        case null -> Words.of("row.loading");
        case VerdictLine.Heading(String words, String means) -> {
          title.setText(words);
          meaning.setText(means);
          yield words + ". " + means;
        }
        case VerdictLine.Ledger ledger -> draw(ledger);
      };
    }

    private String draw(VerdictLine.Ledger ledger) {
      verdict.set(ledger.verdict());
      Labels.setData(function, ledger.function());
      Labels.setData(module, ledger.place());
      Labels.setData(guard, ledger.guard());
      Labels.setData(sentence, ledger.sentence());
      Labels.setData(source, ledger.source());
      count.setText(ledger.count() == 0 ? "" : Words.number(ledger.count()));
      newest.setText(
          ledger
              .newest()
              .map(at -> Times.relative(time.get(), at))
              .orElse(ledger.count() == 0 ? "" : Words.of("verdicts.no_time")));
      coverage.setText(ledger.coverage());
      return Words.of(
          "verdicts.row",
          verdict.getText(),
          ledger.function(),
          ledger.place(),
          ledger.guard(),
          ledger.sentence(),
          ledger.count(),
          ledger.coverage());
    }
  }

  private record TableActions(VerdictsActions actions) implements RowTable.Actions {

    @Override
    public void rowSelected(int index) {
      actions.rowSelected(index);
    }
  }
}
