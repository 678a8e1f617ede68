package io.suturescope.views.sources;

import io.suturescope.model.origin.ImportProblem;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.sources.SourcesState.Detail;
import io.suturescope.views.sources.SourcesState.Filter;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What could not be read, or was odd: file, line, reason, raw text.
final class ProblemTable {

  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final RowTable<ImportProblem> table;
  private final SegmentedControl<Filter> filter;
  private final Label count = Labels.words("", "muted");
  private final Label none = Labels.prose(Words.of("problems.none"), "muted", "table-none");
  private final VBox root = new VBox();

  ProblemTable(SourcesActions actions) {
    TableColumns columns =
        new TableColumns(
            List.of(
                new Column("kind", "", 2.2, false, false, 0),
                new Column("file", Words.of("problems.file"), 14, false, false, 2),
                new Column("line", Words.of("problems.line"), 4.5, true, false, 3),
                new Column("reason", Words.of("problems.reason"), 12, false, true, 0),
                new Column("raw", Words.of("problems.raw"), 11, false, false, 4)));
    table =
        new RowTable<>(
            Words.of("problems.table"), columns, ProblemPane::new, new ProblemActions(actions));
    filter =
        new SegmentedControl<>(
            Words.of("problems.filter"),
            List.of(Filter.values()),
            f -> Words.of("problems." + f.name().toLowerCase(Locale.ROOT)),
            actions::filterChosen);
    Button copy = new Button(Words.of("problems.copy"));
    copy.getStyleClass().addAll("quiet", "small");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(_ -> copySelected());
    table
        .keyboardTarget()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            e -> {
              if (COPY.match(e)) {
                copySelected();
                e.consume();
              }
            });
    WrapLine head = new WrapLine(0.8, 0.4);
    head.add(filter);
    head.add(count);
    head.addAtEnd(copy);
    head.getStyleClass().add("problem-head");
    root.getStyleClass().add("problems");
    root.getChildren().addAll(head, none, table);
    VBox.setVgrow(table, Priority.ALWAYS);
  }

  Node root() {
    return root;
  }

  void show(Detail detail) {
    filter.set(detail.filter());
    count.setText(Words.of("problems.count", detail.problemCount(), detail.warningCount()));
    boolean any = detail.problems().size() > 0;
    none.setVisible(!any);
    none.setManaged(!any);
    table.setVisible(any);
    table.show(detail.problems(), keep(detail), OptionalInt.empty());
  }

  private OptionalInt keep(Detail detail) {
    int index = table.selectedIndex();
    return index >= 0 && index < detail.problems().size()
        ? OptionalInt.of(index)
        : OptionalInt.empty();
  }

  private void copySelected() {
    table
        .selectedRow()
        .ifPresent(p -> {
          ClipboardContent clip = new ClipboardContent();
          clip.putString(where(p) + "\n" + p.reason() + "\n" + p.excerpt());
          Clipboard.getSystemClipboard().setContent(clip);
        });
  }

  private static String where(ImportProblem problem) {
    return problem.line() > 0 ? problem.file() + ":" + problem.line() : problem.file();
  }

  private static final class ProblemPane extends RowPane<ImportProblem> {

    private final Label kind = new Label();
    private final Label file = Labels.data("", "code");
    private final Label line = Labels.words("", "number");
    private final Label reason = Labels.data("");
    private final Label raw = Labels.data("", "code", "second");

    ProblemPane(TableColumns columns) {
      super(columns);
      // The end of a path tells files apart, the beginning of a sentence says what it is about.
      file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      reason.setTextOverrun(OverrunStyle.ELLIPSIS);
      raw.setTextOverrun(OverrunStyle.ELLIPSIS);
      kind.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
      place(kind, 0, 1, 0);
      place(file, 1, 2, 0);
      place(line, 2, 3, 0);
      place(reason, 3, 4, 0);
      place(raw, 4, 5, 0);
    }

    @Override
    protected String draw(int index, Optional<ImportProblem> problem) {
      boolean bad = problem.filter(p -> p.weight() == ImportProblem.Weight.PROBLEM).isPresent();
      kind.setGraphic(
          Labels.icon(bad ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE, bad ? "bad" : "warn"));
      kind.setVisible(problem.isPresent());
      kind.setText(Words.of(bad ? "problems.problem" : "problems.warning"));
      Labels.setData(file, problem.map(ImportProblem::file).orElse(""));
      line.setText(problem.filter(p -> p.line() > 0).map(p -> Words.number(p.line())).orElse(""));
      Labels.setData(reason, problem.map(ImportProblem::reason).orElse(Words.of("row.loading")));
      Labels.setData(raw, problem.map(ImportProblem::excerpt).orElse(""));
      return problem.map(p -> kind.getText() + " " + where(p) + " " + p.reason()).orElse("");
    }
  }

  private record ProblemActions(SourcesActions actions) implements RowTable.Actions {

    @Override
    public void rowsNeeded(int from, int to) {
      actions.problemsNeeded(from, to);
    }

    @Override
    public void rowSelected(int index) {}
  }
}
