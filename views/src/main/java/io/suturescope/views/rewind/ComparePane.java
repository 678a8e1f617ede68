package io.suturescope.views.rewind;

import io.suturescope.model.rewind.RewindComparison;
import io.suturescope.model.rewind.RewindComparison.Kind;
import io.suturescope.model.rewind.RewindComparison.Row;
import io.suturescope.model.rewind.RewindStep;
import io.suturescope.model.rewind.RewindTrace;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Two rewinds side by side, with the first difference marked.
final class ComparePane {

  /// One row, ready to draw.
  ///
  /// @param step of the rewind on the left, from 0
  private record Line(
      boolean first,
      Kind kind,
      OptionalInt step,
      String leftStep,
      String left,
      String rightStep,
      String right) {}

  private final IntConsumer chosen;
  private final RowTable<Line> table;
  private final Label sentence = Labels.prose("", "strong");
  private final VBox root;

  /// @param chosen hears the step on the left of a row that is selected
  ComparePane(IntConsumer chosen) {
    this.chosen = chosen;
    TableColumns columns =
        new TableColumns(
            List.of(
                column("difference", 11, false),
                column("step", 4.2, false),
                column("left", 32, false),
                column("other_step", 4.2, false),
                column("right", 20, true)));
    table =
        new RowTable<>(
            Words.of("rewind.compared"), columns, Pane::new, new RowsInMemory(this::selected));
    table.getStyleClass().add("rewind-table");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox head = new VBox(sentence);
    head.getStyleClass().add("rewind-part");
    root = new VBox(head, table);
    root.getStyleClass().add("rewind-detail");
  }

  private static Column column(String key, double em, boolean grows) {
    return new Column(key, Words.of("rewind.column." + key), em, false, grows, 0);
  }

  Node root() {
    return root;
  }

  void show(RewindComparison comparison, RewindTrace left, RewindTrace right) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < comparison.rows().size(); i++) {
      boolean first = comparison.first().equals(OptionalInt.of(i));
      lines.add(line(comparison.rows().get(i), first, left, right));
    }
    sentence.setText(
        comparison
            .firstDifference()
            .map(row -> difference(row, left, right))
            .orElseGet(() -> Words.of("rewind.no_difference")));
    table.show(RowWindow.of(lines), OptionalInt.empty(), around(comparison.first()));
  }

  /// The first difference with a little of what both have before it.
  private static OptionalInt around(OptionalInt first) {
    return first.isPresent() ? OptionalInt.of(Math.max(0, first.getAsInt() - 2)) : first;
  }

  private void selected(int index) {
    table
        .row(index)
        .map(Line::step)
        .filter(OptionalInt::isPresent)
        .ifPresent(step -> chosen.accept(step.getAsInt()));
  }

  private static String difference(Row row, RewindTrace left, RewindTrace right) {
    Optional<RewindStep> here = step(row.left(), left);
    Optional<RewindStep> there = step(row.right(), right);
    if (here.isPresent() && there.isPresent()) {
      return Words.of(
          "rewind.first_difference.values",
          RewindWords.number(here.get()),
          RewindWords.number(there.get()),
          RewindWords.place(here.get().event()),
          String.join(", ", row.differing()));
    }
    RewindStep only = here.or(() -> there).orElseThrow();
    return Words.of(
        here.isPresent() ? "rewind.first_difference.here" : "rewind.first_difference.there",
        RewindWords.number(only),
        RewindWords.event(only.event()),
        RewindWords.place(only.event()));
  }

  private static Line line(Row row, boolean first, RewindTrace left, RewindTrace right) {
    Optional<RewindStep> here = step(row.left(), left);
    Optional<RewindStep> there = step(row.right(), right);
    return new Line(
        first,
        row.kind(),
        row.left(),
        here.map(RewindWords::number).orElse(""),
        here.map(s -> side(s, row)).orElse(""),
        there.map(RewindWords::number).orElse(""),
        there.map(s -> side(s, row)).orElse(""));
  }

  private static Optional<RewindStep> step(OptionalInt index, RewindTrace trace) {
    return index.isPresent() ? Optional.of(trace.steps().get(index.getAsInt())) : Optional.empty();
  }

  /// Where a side is, and what it has that the other has not.
  private static String side(RewindStep step, Row row) {
    String place =
        Words.of("rewind.side", RewindWords.event(step.event()), RewindWords.place(step.event()));
    if (row.kind() != Kind.VALUES) {
      return place;
    }
    return row.differing().stream()
        .map(name -> name + " = " + RewindWords.shortly(value(step, name)))
        .collect(Collectors.joining(" · ", place + " · ", ""));
  }

  private static String value(RewindStep step, String name) {
    return step.value(name)
        .orElseGet(() ->
            switch (name) {
              case "return" -> step.event().returned();
              case "exception" -> step.event().exception();
              default -> Words.of("rewind.absent");
            });
  }

  private static final class Pane extends RowPane<Line> {

    private final Label mark = Labels.words("", "rewind-change");
    private final Label leftStep = Labels.words("", "muted");
    private final Label left = Labels.data("");
    private final Label rightStep = Labels.words("", "muted");
    private final Label right = Labels.data("");

    Pane(TableColumns columns) {
      super(columns);
      place(mark, 0, 1, 0);
      place(leftStep, 1, 2, 0);
      place(left, 2, 3, 0);
      place(rightStep, 3, 4, 0);
      place(right, 4, 5, 0);
    }

    @Override
    protected String draw(int index, Optional<Line> row) {
      Line shown = row.orElse(null);
      if (shown == null) {
        return Words.of("row.loading");
      }
      String kind = Words.of("rewind.kind." + shown.kind().name().toLowerCase(Locale.ROOT));
      mark.setText(shown.first() ? Words.of("rewind.kind.first") : kind);
      mark.getStyleClass().removeAll("rewind-first", "rewind-changed", "muted");
      mark.getStyleClass().add(style(shown));
      leftStep.setText(shown.leftStep());
      Labels.setData(left, shown.left());
      rightStep.setText(shown.rightStep());
      Labels.setData(right, shown.right());
      return Words.of("rewind.compared.row", mark.getText(), kind, left.getText(), right.getText());
    }

    private static String style(Line line) {
      if (line.first()) {
        return "rewind-first";
      }
      return line.kind() == Kind.VALUES || line.kind() == Kind.PATH ? "rewind-changed" : "muted";
    }
  }
}
