package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of one patch, over the whole width.
final class PatchPane {

  private final PatchTabs tabs;
  private final WrapLine crumbs = new WrapLine(0.45, 0.3);
  private final ToggleGroup group = new ToggleGroup();
  private final Map<PatchTabs.Tab, ToggleButton> buttons = new EnumMap<>(PatchTabs.Tab.class);
  private final ScrollPane body = new ScrollPane();
  private final Label loading = Labels.prose(Words.of("patch.loading"), "muted");
  private final VBox root;
  private final PatchesActions actions;
  private PatchTabs.Tab shown = PatchTabs.Tab.STORY;

  PatchPane(PatchesActions actions) {
    this.actions = actions;
    tabs = new PatchTabs(actions, false);
    WrapLine line = new WrapLine(0.2, 0);
    line.getStyleClass().add("tabs");
    for (PatchTabs.Tab tab : PatchTabs.Tab.values()) {
      ToggleButton button =
          new ToggleButton(Words.of("tab." + tab.name().toLowerCase(Locale.ROOT)));
      button.getStyleClass().add("tab-button");
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> {
        button.setSelected(true);
        actions.tabChosen(tab);
      });
      buttons.put(tab, button);
      line.add(button);
    }
    crumbs.getStyleClass().add("patch-head");
    // Where a window is too low for a tab, the page scrolls rather than cuts it.
    body.setFitToWidth(true);
    body.setFitToHeight(true);
    body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    body.setAccessibleText(Words.of("detail.body"));
    body.setFocusTraversable(false);
    body.setMinSize(0, 0);
    loading.getStyleClass().add("tab-note");
    VBox.setVgrow(body, Priority.ALWAYS);
    root = new VBox(crumbs, line, body);
    root.getStyleClass().add("patch-page");
    root.setMinSize(0, 0);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  Node root() {
    return root;
  }

  void focus() {
    group.getToggles().stream()
        .filter(toggle -> toggle.isSelected())
        .map(ToggleButton.class::cast)
        .findFirst()
        .ifPresent(ToggleButton::requestFocus);
  }

  void show(PatchesState.Opened opened, PatchTabs.Tab tab) {
    crumbs(opened);
    shown = tab;
    tabs.showRewinds(opened.rewinds());
    tabs.showLife(opened.life());
    buttons.forEach((each, button) -> button.setSelected(each == tab));
    if (opened.page().isEmpty()) {
      body.setContent(loading);
      return;
    }
    tabs.show(opened.page().get());
    if (!tabs.node(tab).equals(body.getContent())) {
      body.setContent(tabs.node(tab));
      body.setVvalue(0);
    }
  }

  private void crumbs(PatchesState.Opened opened) {
    crumbs.clear();
    Hyperlink back = new Hyperlink(Words.of("patches.heading"));
    back.getStyleClass().add("plain");
    back.setOnAction(_ -> actions.pageClosed());
    crumbs.add(back);
    if (!opened.module().isEmpty()) {
      crumbs.add(Labels.words("›", "muted"));
      crumbs.add(Labels.data(opened.module(), "muted"));
    }
    crumbs.add(Labels.words("›", "muted"));
    crumbs.add(Labels.data(opened.title(), "heading"));
    opened.page().map(PatchPage::heading).ifPresent(this::describe);
  }

  /// Guard, trust and severity, at the right edge.
  private void describe(PatchPage.Heading heading) {
    WrapLine about = new WrapLine(0.6, 0.3);
    if (!heading.guard().isEmpty()) {
      about.add(Labels.data(heading.guard(), "inline-code"));
    }
    heading.chips().forEach(chip -> about.add(new ChipLabel(chip)));
    heading.severity().map(PatchPane::severity).ifPresent(about::add);
    crumbs.addAtEnd(about);
  }

  private static Label severity(Severity severity) {
    Label word = Labels.words(SeverityBadge.name(severity), "severity-word");
    word.getStyleClass().add(Tone.of(severity).styleClass());
    word.setGraphic(new SeverityBadge(severity));
    word.setMinWidth(Region.USE_PREF_SIZE);
    return word;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      actions.pageClosed();
      event.consume();
      return;
    }
    tabs.key(shown, event);
  }
}
