package io.suturescope.views.sources;

import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.origin.LearnedRule;
import io.suturescope.views.controls.Disclosure;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Facts;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.sources.SourcesState.Detail;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All about one import.
final class SourceDetail {

  private final SourcesActions actions;
  private final VBox head = new VBox();
  private final VBox facts = new VBox();
  private final ScrollPane scroll = new ScrollPane(facts);
  private final ProblemTable problems;
  private final VBox filled = new VBox();
  private final StackPane root = new StackPane();
  private Optional<Detail> shown = Optional.empty();

  SourceDetail(SourcesActions actions) {
    this.actions = actions;
    problems = new ProblemTable(actions);
    head.getStyleClass().add("detail-head");
    facts.getStyleClass().add("tab-body");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Words.of("source.facts"));
    scroll.getStyleClass().add("source-facts");
    // As tall as what is in it: the problems below get the rest.
    facts.heightProperty().addListener((_, _, now) -> scroll.setPrefHeight(now.doubleValue() + 2));
    VBox.setVgrow(problems.root(), Priority.ALWAYS);
    filled.getChildren().addAll(head, scroll, problems.root());
    root.getStyleClass().add("detail");
    root.setMinWidth(0);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.getChildren().addAll(Labels.prose(Words.of("source.nothing"), "muted"), filled);
  }

  Node root() {
    return root;
  }

  void show(SourcesState state) {
    filled.setVisible(state.detail().isPresent());
    root.getChildren().getFirst().setVisible(state.detail().isEmpty());
    state.detail().ifPresent(problems::show);
    if (!shown.equals(state.detail())) {
      shown = state.detail();
      shown.ifPresent(this::fill);
    }
  }

  private void fill(Detail detail) {
    head.getChildren()
        .setAll(Labels.data(detail.name(), "title"), Labels.data(detail.path(), "muted"));
    FlowPane numbers = new FlowPane();
    numbers.getStyleClass().add("number-flow");
    detail.numbers().forEach(n -> numbers.getChildren().add(number(n)));
    facts.getChildren().setAll(numbers);
    if (!detail.limits().isEmpty()) {
      facts.getChildren().add(limits(detail));
    }
    for (LearnedRule rule : detail.rules()) {
      facts.getChildren().add(rule(rule));
    }
    detail
        .alerts()
        .map(config -> alerts(config, detail.revealed()))
        .ifPresent(facts.getChildren()::add);
  }

  private static Node number(Fact fact) {
    VBox box = new VBox(Labels.words(fact.name(), "second"), Labels.data(fact.value(), "figure"));
    box.getStyleClass().add("number-box");
    return box;
  }

  private static Node limits(Detail detail) {
    VBox box = new VBox(Labels.prose(Words.of("source.limits"), "strong"));
    box.getStyleClass().add("section");
    for (String limit : detail.limits()) {
      HBox line = new HBox(Labels.icon(Feather.ALERT_TRIANGLE, "warn"), Labels.block(limit));
      HBox.setHgrow(line.getChildren().getLast(), Priority.ALWAYS);
      line.setAlignment(Pos.TOP_LEFT);
      line.getStyleClass().add("limit");
      box.getChildren().add(line);
    }
    return box;
  }

  private static Node rule(LearnedRule rule) {
    String name = rule.functionName().isEmpty() ? Words.of("rule.unnamed") : rule.functionName();
    VBox box =
        new VBox(
            Labels.prose(Words.of("rule.never_run"), "muted"),
            Labels.block(rule.exceptionType() + ": " + rule.exceptionMessage(), "code"),
            Labels.block(rule.newSource(), "code", "boxed"));
    box.getStyleClass().add("section");
    return new Disclosure(Words.of("rule.title", VisibleText.line(name)), box);
  }

  private Node alerts(AlertConfig config, Optional<String> revealed) {
    Facts facts = new Facts();
    facts.add(new Fact(Words.of("alerts.enabled"), yes(config.enabled()), false));
    facts.add(new Fact(Words.of("alerts.files"), yes(config.fileEnabled()), false));
    facts.add(new Fact(Words.of("alerts.folder"), config.directory(), true));
    facts.add(new Fact(Words.of("alerts.webhook"), webhook(config), true));
    if (!config.webhookHeaderNames().isEmpty()) {
      String names = String.join(", ", config.webhookHeaderNames());
      facts.add(new Fact(Words.of("alerts.headers"), names, true));
    }
    Map<String, String> routes = new TreeMap<>();
    config.routing().forEach((severity, to) -> routes.put(severity, String.join(", ", to)));
    routes.forEach((severity, to) -> facts.add(new Fact(severity, to, true)));
    facts.add(
        new Fact(
            Words.of("alerts.repeat"),
            Words.of(
                "alerts.repeat.value",
                config.repeatThreshold(),
                config.repeatWindowHours(),
                config.escalateTo()),
            false));
    VBox box = new VBox(facts);
    box.getStyleClass().add("section");
    if (revealed.isPresent()) {
      box.getChildren()
          .addAll(
              Labels.prose(Words.of("alerts.revealed"), "muted"),
              Labels.block(revealed.get(), "code", "boxed"));
    } else {
      Button reveal = new Button(Words.of("alerts.reveal"));
      reveal.setOnAction(_ -> actions.alertsRevealed());
      box.getChildren().add(reveal);
    }
    Disclosure disclosure = new Disclosure(Words.of("alerts.title"), box);
    disclosure.open(revealed.isPresent());
    return disclosure;
  }

  private static String webhook(AlertConfig config) {
    boolean set = config.webhookEnabled() && !config.webhookUrlMasked().isEmpty();
    return set
        ? config.webhookUrlMasked() + " (" + config.webhookFormat() + ")"
        : Words.of("alerts.no");
  }

  private static String yes(boolean is) {
    return Words.of(is ? "alerts.yes" : "alerts.no");
  }
}
