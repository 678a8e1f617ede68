package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Everything that can be tried.
final class WhatIfForm {

  private final WhatIfActions actions;
  private final WordsField words;
  private final GuardGrid guards;
  private final RoutingGrid routing;
  private final EscalationFields escalation;
  private final VBox root = new VBox();
  private AlertPolicy shown = AlertPolicy.CODESUTURE;

  WhatIfForm(WhatIfActions actions) {
    this.actions = actions;
    words = new WordsField(list -> edit(shown.rules().withWords(list)));
    guards = new GuardGrid(this::edit);
    routing = new RoutingGrid(this::edit);
    escalation = new EscalationFields(this::edit);
    root.getStyleClass().add("what-if-form");
    root.getChildren()
        .addAll(
            section("whatif.words", "whatif.words.note", words.root()),
            section("whatif.routing", "whatif.routing.note", routing.root()),
            section("whatif.escalation", "whatif.escalation.note", escalation.root()),
            section("whatif.guards", "whatif.guards.note", guards.root()));
  }

  private static VBox section(String title, String note, Node content) {
    VBox section =
        new VBox(
            Labels.words(Words.of(title), "strong"),
            Labels.prose(Words.of(note), "muted", "small-text"),
            content);
    section.getStyleClass().add("section");
    return section;
  }

  Node root() {
    return root;
  }

  private void edit(SeverityRules rules) {
    edit(new AlertPolicy(rules, shown.routing()));
  }

  private void edit(AlertRouting changed) {
    edit(new AlertPolicy(shown.rules(), changed));
  }

  /// Kept at once: the next gesture may come before the state that answers this one.
  private void edit(AlertPolicy policy) {
    if (!policy.equals(shown)) {
      shown = policy;
      actions.edited(policy);
    }
  }

  void show(AlertPolicy policy) {
    shown = policy;
    words.show(policy.rules().sensitiveWords());
    guards.show(policy.rules());
    routing.show(policy.routing());
    escalation.show(policy.routing());
  }
}
