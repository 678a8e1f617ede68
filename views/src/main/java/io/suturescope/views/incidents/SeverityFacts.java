package io.suturescope.views.incidents;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityTrace;
import io.suturescope.model.incident.SeverityTrace.Outcome;
import io.suturescope.model.incident.SeverityTrace.Step;
import io.suturescope.views.controls.Disclosure;
import io.suturescope.views.controls.Facts;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.incidents.IncidentDetail.Story;
import io.suturescope.views.text.Words;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The severity as logged, as the rules give it and as the alert says, and why.
final class SeverityFacts {

  private SeverityFacts() {}

  /// What agrees with the log is not said again.
  static void add(Facts facts, Story story) {
    if (story.logged() == Severity.UNKNOWN && story.trace().isEmpty()) {
      return;
    }
    facts.add(
        Words.of("story.severity"),
        Labels.prose(Words.of("story.logged", SeverityBadge.name(story.logged()))));
    story
        .trace()
        .filter(trace -> trace.severity() != story.logged())
        .ifPresent(trace ->
            facts.add(
                Words.of("story.recomputed"),
                Labels.block(
                    Words.of(
                        "story.rule",
                        SeverityBadge.name(trace.severity()),
                        trace.winner().number(),
                        trace.winner().why()))));
    story
        .escalated()
        .ifPresent(alert -> {
          VBox box =
              new VBox(
                  Labels.prose(Words.of("story.escalated", SeverityBadge.name(alert.severity()))),
                  Labels.data(alert.file(), "code", "second"));
          facts.add(Words.of("story.alert"), box);
        });
  }

  /// Every rule with what came of it.
  static Node why(SeverityTrace trace) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints texts = new ColumnConstraints();
    texts.setHgrow(Priority.ALWAYS);
    texts.setMinWidth(0);
    grid.getColumnConstraints().addAll(numbers, texts);
    for (Step step : trace.steps()) {
      Label number = Labels.words(Integer.toString(step.number()), "muted");
      GridPane.setValignment(number, VPos.TOP);
      grid.addRow(grid.getRowCount(), number, rule(step));
    }
    return new Disclosure(Words.of("story.why"), grid);
  }

  private static VBox rule(Step step) {
    boolean decides = step.outcome() == Outcome.DECIDES;
    Label condition = Labels.block(step.condition(), decides ? "strong" : "muted");
    String said =
        switch (step.outcome()) {
          case NO_MATCH -> Words.of("story.why.no", step.why());
          case DECIDES ->
              Words.of(
                  "story.why.yes",
                  step.why(),
                  SeverityBadge.name(step.severity().orElse(Severity.UNKNOWN)));
          case NOT_REACHED -> Words.of("story.why.not_reached");
        };
    Label outcome = Labels.block(said, decides ? "strong" : "second");
    VBox box = new VBox(condition, outcome);
    if (step.outcome() == Outcome.NOT_REACHED) {
      condition.getStyleClass().add("second");
    }
    return box;
  }
}
