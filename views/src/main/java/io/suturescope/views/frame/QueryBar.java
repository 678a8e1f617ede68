package io.suturescope.views.frame;

import io.suturescope.model.query.QueryProblem;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.frame.FrameState.Range;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The query, how far back it looks, and the zone of all times.
final class QueryBar {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");

  private final FrameActions actions;
  private final QueryField field;
  private final CompletionList completions;
  private final HBox box = new HBox();
  private final Label hint = Labels.words("/", "key");
  private final HBox problemLine = new HBox();
  private final Label problem = Labels.words("", "problem");
  private final Hyperlink proposal = new Hyperlink();
  private final SegmentedControl<Range> ranges;
  private final SegmentedControl<Boolean> zones;
  private final VBox root = new VBox();
  private List<QueryProblem> problems = List.of();

  QueryBar(FrameActions actions) {
    this.actions = actions;
    completions = new CompletionList(box, this::complete);
    field = new QueryField(this::typed, this::submit, completions);
    field.node().focusedProperty().addListener(_ -> dress());
    ranges =
        new SegmentedControl<>(
            Words.of("query.range"),
            List.of(Range.H1, Range.H24, Range.D2, Range.D7, Range.D30, Range.ALL),
            range -> Words.of("range." + range.name().toLowerCase(Locale.ROOT)),
            actions::rangeChosen);
    zones =
        new SegmentedControl<>(
            Words.of("query.zone"),
            List.of(true, false),
            utc -> Words.of(utc ? "zone.utc" : "zone.local"),
            actions::utcChosen);
    build();
  }

  private void build() {
    box.getStyleClass().add("query-box");
    box.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(field.node(), Priority.ALWAYS);
    hint.setMinWidth(Region.USE_PREF_SIZE);
    box.getChildren().addAll(Labels.icon(Feather.SEARCH), field.node(), hint);
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox line = new HBox(box, ranges, zones);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("query-line");
    problemLine.getStyleClass().add("query-problem");
    problemLine.setAlignment(Pos.CENTER_LEFT);
    Labels.wrap(problem);
    proposal.setMinWidth(Region.USE_PREF_SIZE);
    proposal.setOnAction(_ -> accept());
    problemLine.getChildren().addAll(Labels.icon(Feather.ALERT_CIRCLE), problem, proposal);
    root.getStyleClass().add("query-bar");
    root.getChildren().addAll(line, problemLine);
    showProblems();
  }

  Node root() {
    return root;
  }

  Node completions() {
    return completions.root();
  }

  void focus() {
    field.focus();
  }

  void show(FrameState state) {
    QueryState query = state.query();
    if (!field.isTyping()) {
      field.set(query.text());
    }
    problems = query.problems();
    field.mark(problems);
    completions.show(field.node().isFocused() ? query.completions() : List.of());
    ranges.set(state.range());
    zones.set(state.utc());
    showProblems();
    dress();
  }

  private void typed() {
    dress();
    actions.queryChanged(field.text(), field.caret());
  }

  private void submit() {
    completions.close();
    actions.querySubmitted(field.text());
  }

  private void complete(QueryState.Completion completion) {
    field.replace(completion.start(), completion.end(), completion.text());
    completions.close();
    field.focus();
  }

  private void accept() {
    problems.stream().findFirst().ifPresent(p -> field.replace(p.start(), p.end(), p.proposal()));
    actions.querySubmitted(field.text());
  }

  private void showProblems() {
    boolean any = !problems.isEmpty();
    problemLine.setVisible(any);
    problemLine.setManaged(any);
    if (any) {
      QueryProblem first = problems.getFirst();
      problem.setText(first.message());
      proposal.setText(Words.of("query.proposal", first.proposal()));
      proposal.setVisible(!first.proposal().isEmpty());
    }
  }

  private void dress() {
    boolean inside = field.node().isFocused();
    box.pseudoClassStateChanged(INSIDE, inside);
    box.pseudoClassStateChanged(WRONG, !problems.isEmpty());
    box.pseudoClassStateChanged(GOOD, inside && problems.isEmpty() && !field.text().isBlank());
    hint.setVisible(!inside);
  }
}
