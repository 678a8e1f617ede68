package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// A severity for each guard, and whether a sensitive name makes it critical.
final class GuardGrid {

  /// Guards that CodeSuture's rules do not name (codesuture.md 2.1).
  private static final List<String> UNNAMED =
      List.of("return_guard", "autonomous_rule", "dict_get_guard");

  private final Consumer<SeverityRules> edited;
  private final VBox grid = new VBox();
  private final NumberField hits;
  private final List<Line> lines = new ArrayList<>();
  private final VBox root;
  private SeverityRules shown = SeverityRules.CODESUTURE;

  private record Line(String guard, SegmentedControl<Severity> severity, CheckBox sensitive) {}

  GuardGrid(Consumer<SeverityRules> edited) {
    this.edited = edited;
    grid.getStyleClass().add("guard-grid");
    Set<String> guards = new LinkedHashSet<>(SeverityRules.CODESUTURE.guards().keySet());
    guards.addAll(UNNAMED);
    guards.forEach(this::add);
    hits = new NumberField("whatif.hits", value -> edit(shown.withThreshold(value)));
    root = new VBox(grid, hits.root());
    root.getStyleClass().add("section");
  }

  private void add(String guard) {
    SegmentedControl<Severity> severity =
        new SegmentedControl<>(
            guard,
            AlertRouting.SEVERITIES,
            SeverityBadge::name,
            chosen -> edit(with(guard, chosen)));
    severity.getStyleClass().add("small-segments");
    CheckBox sensitive = new CheckBox(Words.of("whatif.guard.sensitive"));
    sensitive.getStyleClass().add("small-text");
    sensitive.setAccessibleText(Words.of("whatif.guard.sensitive.of", guard));
    sensitive.setOnAction(_ -> edit(shown.with(guard, sensitive.isSelected())));
    WrapLine line = new WrapLine(0.9, 0.3);
    line.add(Labels.words(guard, "code", "guard-name"));
    line.add(severity);
    line.add(sensitive);
    grid.getChildren().add(line);
    lines.add(new Line(guard, severity, sensitive));
  }

  /// The last rule says medium of guards that have no severity; chosen again, it is left to it.
  private SeverityRules with(String guard, Severity chosen) {
    boolean named = SeverityRules.CODESUTURE.guards().containsKey(guard);
    return named || chosen != Severity.MEDIUM ? shown.with(guard, chosen) : shown.without(guard);
  }

  private void edit(SeverityRules rules) {
    shown = rules;
    edited.accept(rules);
  }

  Node root() {
    return root;
  }

  void show(SeverityRules rules) {
    shown = rules;
    for (Line line : lines) {
      line.severity().set(rules.guards().getOrDefault(line.guard(), Severity.MEDIUM));
      line.sensitive().setSelected(rules.criticalWhenSensitive().contains(line.guard()));
    }
    hits.show(rules.repeatThreshold());
  }
}
