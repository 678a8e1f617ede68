package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.alert.AlertSummary;
import io.suturescope.model.alert.WhatIf;
import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.Times;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What comes of the policy: numbers, warnings, and where severities change.
final class WhatIfResult {

  private final Label sentence = Labels.prose("", "heading", "what-if-sentence");
  private final BeforeAfter numbers = new BeforeAfter();
  private final VBox notes = new VBox();
  private final ChangeTable changes = new ChangeTable();
  private final VBox root = new VBox();

  WhatIfResult() {
    root.getStyleClass().add("what-if-result");
    notes.getStyleClass().add("section");
    VBox.setVgrow(changes.root(), Priority.ALWAYS);
    root.getChildren().addAll(sentence, numbers.root(), notes, changes.root());
  }

  Node root() {
    return root;
  }

  void show(WhatIfState state) {
    root.setOpacity(state.counting() ? 0.6 : 1);
    numbers.clear();
    notes.getChildren().clear();
    if (state.result().isEmpty()) {
      sentence.setText(Words.of("whatif.counting"));
      changes.show(java.util.List.of());
      return;
    }
    WhatIf result = state.result().get();
    long total = result.severitiesBefore().total();
    sentence.setText(
        result.changed() == 0
            ? Words.of("whatif.changed.none", total)
            : Words.of("whatif.changed", result.changed(), total));
    severities(result);
    alerts(state, result);
    notes(state, result);
    changes.show(result.changes());
  }

  private void severities(WhatIf result) {
    numbers.title(Words.of("whatif.crashes"));
    for (Severity severity : Severity.values()) {
      long before = result.severitiesBefore().of(severity);
      long after = result.severitiesAfter().of(severity);
      if (severity != Severity.UNKNOWN || before + after > 0) {
        numbers.add(SeverityBadge.name(severity), before, after);
      }
    }
  }

  private void alerts(WhatIfState state, WhatIf result) {
    AlertSummary before = result.alertsBefore();
    AlertSummary after = result.alertsAfter();
    numbers.title(Words.of("whatif.alerts"));
    numbers.add(Words.of("whatif.files"), before.files(), after.files());
    numbers.some(Words.of("whatif.later"), before.filesLater(), after.filesLater());
    numbers.add(Words.of("whatif.webhooks"), before.webhooks(), after.webhooks());
    numbers.add(Words.of("whatif.nobody"), before.nobody(), after.nobody());
    numbers.some(Words.of("whatif.escalated"), before.escalated(), after.escalated());
    numbers.some(Words.of("whatif.lowered"), before.lowered(), after.lowered());
    numbers.some(Words.of("whatif.silenced"), before.silenced(), after.silenced());
    numbers.add(
        Words.of("whatif.first"), moment(state, before.first()), moment(state, after.first()));
    numbers.add(Words.of("whatif.last"), moment(state, before.last()), moment(state, after.last()));
  }

  private static String moment(WhatIfState state, Optional<Instant> at) {
    return at.map(t -> Times.shortly(state.time(), t)).orElse(Words.of("whatif.never"));
  }

  private void notes(WhatIfState state, WhatIf result) {
    AlertRouting routing = state.policy().routing();
    if (routing.escalation().isEmpty()) {
      grave(
          Words.of(
              "whatif.note.silenced",
              routing.escalateTo(),
              result.alertsAfter().silencedFunctions()));
    } else if (!routing.lowered().isEmpty()) {
      String lowered =
          String.join(", ", routing.lowered().stream().map(SeverityBadge::name).toList());
      String to = SeverityBadge.name(routing.escalation().orElseThrow());
      mild(Words.of("whatif.note.lowers", to, lowered));
    }
    if (result.alertsAfter().filesLater() > 0) {
      mild(Words.of("whatif.note.later"));
    }
    if (routing.webhookEnabled() && !state.webhookAddress()) {
      mild(Words.of("whatif.note.address"));
    }
    if (result.alertsAfter().middleware() > 0) {
      mild(Words.of("whatif.note.middleware", result.alertsAfter().middleware()));
    }
    if (result.alertsAfter().undated() > 0) {
      mild(Words.of("whatif.note.undated", result.alertsAfter().undated()));
    }
    String before =
        Words.of(state.configured() ? "whatif.note.configured" : "whatif.note.unconfigured");
    notes
        .getChildren()
        .add(Labels.prose(before + " " + Words.of("whatif.note.process"), "muted", "small-text"));
  }

  private void mild(String text) {
    notes.getChildren().add(Labels.block(text, "mild-notice"));
  }

  private void grave(String text) {
    notes.getChildren().add(Labels.block(text, "grave-notice"));
  }
}
