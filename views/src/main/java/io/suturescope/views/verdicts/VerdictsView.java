package io.suturescope.views.verdicts;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of the verdicts: the ledgers, and below them the one that is chosen.
public final class VerdictsView {

  private static final double LIST_SHARE = 0.5;

  private final VerdictTable table;
  private final LedgerPane ledger;
  private final SplitPane split = new SplitPane();
  private final Label note = Labels.words("", "muted");
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final EmptyState nothingMatches;
  private final EmptyState noneRecorded;
  private final StackPane root = new StackPane();

  public VerdictsView(VerdictsActions actions) {
    table = new VerdictTable(actions);
    ledger = new LedgerPane(actions);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(Labels.words(Words.of("verdicts.heading"), "heading"), gap, note);
    head.getStyleClass().add("screen-head");
    head.setAlignment(Pos.CENTER_LEFT);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.root());
    VBox.setVgrow(split, Priority.ALWAYS);
    filled.getChildren().addAll(head, split);
    nothingImported =
        new EmptyState(Words.of("verdicts.empty.title"), Words.of("verdicts.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    nothingMatches =
        new EmptyState(Words.of("verdicts.none.title"), Words.of("verdicts.none.sentence"))
            .first(Words.of("patches.none.clear"), actions::queryCleared);
    noneRecorded =
        new EmptyState(
                Words.of("verdicts.unrecorded.title"), Words.of("verdicts.unrecorded.sentence"))
            .second(Words.of("open.project"), actions::openProject);
    root.getStyleClass().add("verdicts");
    root.getChildren().addAll(filled, nothingImported, nothingMatches, noneRecorded);
  }

  public Node root() {
    return root;
  }

  /// Gives the keyboard to the rows.
  public void focusRows() {
    table.focus();
  }

  public void show(VerdictsState state) {
    boolean any = state.emptiness() == Emptiness.NOT_EMPTY;
    filled.setVisible(any && !state.noneRecorded());
    noneRecorded.setVisible(any && state.noneRecorded());
    nothingImported.setVisible(state.emptiness() == Emptiness.NOTHING_IMPORTED);
    nothingMatches.setVisible(state.emptiness() == Emptiness.NOTHING_MATCHES);
    note.setText(state.note());
    table.show(state);
    ledger.show(state.detail(), state.time());
    boolean there = split.getItems().contains(ledger.root());
    if (state.detail().isPresent() && !there) {
      split.getItems().add(ledger.root());
      split.setDividerPositions(LIST_SHARE);
    } else if (state.detail().isEmpty() && there) {
      split.getItems().remove(ledger.root());
    }
  }
}
