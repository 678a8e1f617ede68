package io.suturescope.views.incidents;

import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.incidents.IncidentDetail.Copies;
import io.suturescope.views.incidents.IncidentDetail.Tab;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriageBar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All about the selected row, on tabs.
final class DetailPane {

  private final IncidentsActions actions;
  private final StackPane root = new StackPane();
  private final Label nothing = Labels.prose(Words.of("detail.nothing"), "muted");
  private final VBox head = new VBox();
  private final WrapLine tabs = new WrapLine(0.2, 0);
  private final ToggleGroup group = new ToggleGroup();
  private final ScrollPane body = new ScrollPane();
  private final MenuButton copy = new MenuButton(Words.of("detail.copy"));
  private final TriageBar triage;
  private final VBox filled;
  private final PatchTabs patch;
  private Optional<IncidentDetail> shown = Optional.empty();
  private IncidentsState.PatchPart shownPatch = IncidentsState.PatchPart.READING;
  private Optional<Tab> shownTab = Optional.empty();
  private Optional<TimeView> shownTime = Optional.empty();
  private Decided shownDecided = new Decided(List.of(), "");

  /// What is decided about the selected row.
  private record Decided(List<String> sentences, String note) {}

  DetailPane(IncidentsActions actions) {
    this.actions = actions;
    this.patch = new PatchTabs(actions, true);
    this.triage = new TriageBar(actions);
    this.filled = new VBox(head, triage.root(), tabs, body);
    root.getStyleClass().add("detail");
    root.setMinHeight(0);
    filled.setMinHeight(0);
    head.getStyleClass().add("detail-head");
    tabs.getStyleClass().add("tabs");
    for (Tab tab : Tab.values()) {
      tabs.add(tab(tab));
    }
    body.setFitToWidth(true);
    body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    body.setAccessibleText(Words.of("detail.body"));
    body.setFocusTraversable(false);
    VBox.setVgrow(body, Priority.ALWAYS);
    copy.getStyleClass().addAll("quiet", "small");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    tabs.addAtEnd(copy);
    root.getChildren().addAll(nothing, filled);
    StackPane.setAlignment(filled, Pos.TOP_LEFT);
  }

  Node root() {
    return root;
  }

  void show(IncidentsState state) {
    triage.show(state.triage().offer());
    TimeView time = state.timeline().time();
    Decided decided = new Decided(state.triage().story(), state.triage().note());
    boolean same =
        shown.equals(state.detail())
            && shownPatch.equals(state.patch())
            && shownDecided.equals(decided)
            && shownTab.filter(state.tab()::equals).isPresent()
            && shownTime.filter(time::equals).isPresent();
    if (same) {
      return;
    }
    boolean otherPlace =
        !shown.equals(state.detail()) || !shownTab.equals(Optional.of(state.tab()));
    shown = state.detail();
    shownPatch = state.patch();
    shownDecided = decided;
    shownTab = Optional.of(state.tab());
    shownTime = Optional.of(time);
    filled.setVisible(shown.isPresent());
    nothing.setVisible(shown.isEmpty());
    nothing.setText(Words.of(state.selected().isPresent() ? "detail.loading" : "detail.nothing"));
    group.getToggles().forEach(t -> t.setSelected(state.tab() == t.getUserData()));
    shown.ifPresent(d -> fill(d, state.tab(), time, otherPlace));
  }

  private void fill(IncidentDetail detail, Tab tab, TimeView time, boolean otherPlace) {
    head.getChildren().setAll(severityLine(detail), name(detail), place(detail));
    copy.getItems().setAll(copies(detail.copies()));
    copy.getItems().addAll(new SeparatorMenuItem(), postMortem(detail.copies()));
    body.setContent(
        switch (tab) {
          case STORY ->
              new StoryTab(detail.story(), time)
                  .decided(shownDecided.sentences(), shownDecided.note())
                  .root();
          case STACK -> CodeTabs.stack(detail.stack());
          case SOURCE ->
              shownPatch.page().isPresent()
                  ? patch(PatchTabs.Tab.SOURCE)
                  : CodeTabs.source(detail.source());
          case BYTECODE -> patch(PatchTabs.Tab.BYTECODE);
          case FIX -> patch(PatchTabs.Tab.FIX);
          case RAW -> CodeTabs.raw(detail.raw(), DetailPane::toClipboard);
        });
    body.setFitToHeight(isOfPatch(tab) && shownPatch.page().isPresent());
    if (otherPlace) {
      body.setVvalue(0);
    }
  }

  private static boolean isOfPatch(Tab tab) {
    return tab == Tab.SOURCE || tab == Tab.BYTECODE || tab == Tab.FIX;
  }

  private Node patch(PatchTabs.Tab tab) {
    if (shownPatch.page().isPresent()) {
      patch.show(shownPatch.page().get());
      return patch.node(tab);
    }
    String note = shownPatch.note().isEmpty() ? Words.of("patch.loading") : shownPatch.note();
    VBox box = new VBox(Labels.prose(note, "muted"));
    box.getStyleClass().add("tab-body");
    return box;
  }

  private static Node severityLine(IncidentDetail detail) {
    Label word = Labels.words(SeverityBadge.name(detail.severity()), "severity-word");
    word.getStyleClass().add(Tone.of(detail.severity()).styleClass());
    word.setGraphic(new SeverityBadge(detail.severity()));
    word.setMinWidth(Region.USE_PREF_SIZE);
    Label counts = Labels.prose(detail.counts(), "muted");
    WrapLine line = new WrapLine(0.8, 0.3);
    line.add(word);
    detail.state().map(ChipLabel::new).ifPresent(line::add);
    line.add(counts);
    return line;
  }

  private static Node name(IncidentDetail detail) {
    return Labels.data(detail.function(), "title");
  }

  private static Node place(IncidentDetail detail) {
    WrapLine line = new WrapLine(0.35, 0.3);
    line.add(Labels.data(detail.place(), "muted"));
    if (!detail.guard().isEmpty()) {
      line.add(Labels.data(Words.of("detail.guard", detail.guard()), "muted"));
    }
    if (!detail.target().isEmpty()) {
      line.add(Labels.words(Words.of("detail.on"), "muted"));
      line.add(Labels.data(detail.target(), "inline-code"));
    }
    return line;
  }

  private ToggleButton tab(Tab tab) {
    ToggleButton button = new ToggleButton(Words.of("tab." + tab.name().toLowerCase(Locale.ROOT)));
    button.getStyleClass().add("tab-button");
    button.setToggleGroup(group);
    button.setUserData(tab);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true);
      actions.tabChosen(tab);
    });
    return button;
  }

  private static MenuItem[] copies(Copies copies) {
    return new MenuItem[] {
      item("copy.text", copies.text()),
      item("copy.json", copies.json()),
      item("copy.id", copies.id())
    };
  }

  private MenuItem postMortem(Copies copies) {
    MenuItem item = new MenuItem(Words.of("detail.postmortem"));
    item.setDisable(copies.id().isEmpty());
    item.setOnAction(_ -> actions.exportPostMortem());
    return item;
  }

  private static MenuItem item(String key, String text) {
    MenuItem item = new MenuItem(Words.of(key));
    item.setDisable(text.isEmpty());
    item.setOnAction(_ -> toClipboard(text));
    return item;
  }

  private static void toClipboard(String text) {
    ClipboardContent clip = new ClipboardContent();
    clip.putString(text);
    Clipboard.getSystemClipboard().setContent(clip);
  }
}
