package io.suturescope.views.patches;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of the patches: all of them in one of five ways, and the page of one.
public final class PatchesView {

  private final PatchBoard board;
  private final MachinePane machine;
  private final PatchTable table;
  private final CalendarPane calendar;
  private final AnomalyTable anomalies;
  private final PatchPane page;
  private final SegmentedControl<PatchesMode> modes;
  private final Hyperlink odd = new Hyperlink();
  private final Label note = Labels.words("", "muted");
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final EmptyState nothingMatches;
  private final StackPane root = new StackPane();
  private Optional<PatchesState> shown = Optional.empty();

  public PatchesView(PatchesActions actions) {
    board = new PatchBoard(actions);
    machine = new MachinePane(actions);
    table = new PatchTable(actions);
    calendar = new CalendarPane(actions);
    anomalies = new AnomalyTable(actions);
    page = new PatchPane(actions);
    modes =
        new SegmentedControl<>(
            Words.of("patches.modes"),
            List.of(PatchesMode.values()),
            mode -> Words.of("patches.mode." + mode.id()),
            actions::modeChosen);
    odd.setOnAction(_ -> actions.modeChosen(PatchesMode.ANOMALIES));
    WrapLine head = new WrapLine(0.9, 0.4);
    head.getStyleClass().add("patches-head");
    head.add(Labels.words(Words.of("patches.heading"), "heading"));
    head.add(modes);
    head.add(odd);
    head.addAtEnd(note);
    filled.getChildren().add(head);
    StackPane ways = new StackPane();
    for (PatchesMode mode : PatchesMode.values()) {
      ways.getChildren().add(way(mode));
    }
    VBox.setVgrow(ways, Priority.ALWAYS);
    filled.getChildren().add(ways);
    nothingImported =
        new EmptyState(Words.of("patches.empty.title"), Words.of("patches.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    nothingMatches =
        new EmptyState(Words.of("patches.none.title"), Words.of("patches.none.sentence"))
            .first(Words.of("patches.none.clear"), actions::queryCleared);
    root.getStyleClass().add("patches");
    root.getChildren().addAll(filled, nothingImported, nothingMatches, page.root());
  }

  public Node root() {
    return root;
  }

  /// Gives the keyboard to what is shown of the patches, or to the page that is open.
  public void focusRows() {
    if (shown.flatMap(PatchesState::opened).isPresent()) {
      page.focus();
      return;
    }
    switch (shown.map(state -> state.head().mode()).orElse(PatchesMode.TABLE)) {
      case BOARD -> board.focus();
      case MACHINE -> machine.focus();
      case TABLE -> table.focus();
      case CALENDAR -> calendar.focus();
      case ANOMALIES -> anomalies.focus();
    }
  }

  private Node way(PatchesMode mode) {
    return switch (mode) {
      case BOARD -> board.root();
      case MACHINE -> machine.root();
      case TABLE -> table.root();
      case CALENDAR -> calendar.root();
      case ANOMALIES -> anomalies.root();
    };
  }

  public void show(PatchesState state) {
    shown = Optional.of(state);
    boolean opened = state.opened().isPresent();
    boolean any = state.emptiness() == Emptiness.NOT_EMPTY;
    filled.setVisible(any && !opened);
    nothingImported.setVisible(state.emptiness() == Emptiness.NOTHING_IMPORTED && !opened);
    nothingMatches.setVisible(state.emptiness() == Emptiness.NOTHING_MATCHES && !opened);
    page.root().setVisible(opened);
    head(state.head());
    for (PatchesMode mode : PatchesMode.values()) {
      way(mode).setVisible(mode == state.head().mode());
    }
    // What is not seen is not drawn; it is drawn when it comes.
    switch (state.head().mode()) {
      case BOARD -> board.show(state.listing(), state.time());
      case MACHINE -> machine.show(state);
      case TABLE -> table.show(state.listing(), state.time());
      case CALENDAR -> calendar.show(state);
      case ANOMALIES -> anomalies.show(state.anomalies(), state.head().odd().isPresent());
    }
    state.opened().ifPresent(o -> page.show(o, state.tab()));
  }

  private void head(PatchesState.Head head) {
    modes.set(head.mode());
    note.setText(head.note());
    boolean any = head.odd().orElse(0) > 0 && head.mode() != PatchesMode.ANOMALIES;
    odd.setText(Words.of("patches.odd", head.odd().orElse(0)));
    odd.setVisible(any);
    odd.setManaged(any);
  }
}
