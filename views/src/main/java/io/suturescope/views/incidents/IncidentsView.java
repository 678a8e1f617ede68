package io.suturescope.views.incidents;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.TimelineCanvas;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriageSheet;
import io.suturescope.views.triage.TriageStrip;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen with the stream of incidents.
public final class IncidentsView {

  private final IncidentsActions actions;
  private final TimelineCanvas timeline;
  private final IncidentTable table;
  private final DetailPane detail;
  private final SplitPane columns = new SplitPane();
  private final SplitPane rows = new SplitPane();
  private final StackPane left = new StackPane();
  private final TriageStrip strip;
  private final TriageSheet sheet;
  private final EmptyState nothingImported;
  private final EmptyState nothingMatches;
  private final StackPane root = new StackPane();
  private boolean showing;
  private IncidentsState.Dividers dividers = IncidentsState.Dividers.USUAL;

  public IncidentsView(IncidentsActions actions) {
    this.actions = actions;
    timeline = new TimelineCanvas(actions);
    table = new IncidentTable(actions);
    detail = new DetailPane(actions);
    strip = new TriageStrip(actions);
    sheet = new TriageSheet(actions);
    nothingImported =
        new EmptyState(Words.of("incidents.empty.title"), Words.of("incidents.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    nothingMatches =
        new EmptyState(Words.of("incidents.none.title"), Words.of("incidents.none.sentence"))
            .first(Words.of("incidents.none.clear"), actions::queryCleared);
    build();
  }

  private void build() {
    left.getChildren().addAll(table.root(), nothingMatches);
    left.setMinWidth(0);
    VBox stream = new VBox(strip.root(), left);
    VBox.setVgrow(left, Priority.ALWAYS);
    stream.setMinWidth(0);
    columns.getItems().addAll(stream, detail.root());
    SplitPane.setResizableWithParent(detail.root(), true);
    rows.setOrientation(Orientation.VERTICAL);
    rows.getItems().addAll(timeline, columns);
    SplitPane.setResizableWithParent(timeline, false);
    root.getStyleClass().add("incidents");
    root.getChildren().addAll(rows, nothingImported, sheet.root());
    for (SplitPane pane : new SplitPane[] {rows, columns}) {
      pane.setDividerPositions(0.5);
      pane.setOnMouseReleased(_ -> reportDividers());
    }
    place(dividers);
  }

  public Node root() {
    return root;
  }

  public void show(IncidentsState state) {
    showing = true;
    boolean imported = state.emptiness() != Emptiness.NOTHING_IMPORTED;
    rows.setVisible(imported);
    nothingImported.setVisible(!imported);
    nothingMatches.setVisible(state.emptiness() == Emptiness.NOTHING_MATCHES);
    timeline.show(state.timeline());
    table.show(state);
    detail.show(state);
    strip.show(state.triage());
    sheet.show(state.triage().form());
    if (!state.dividers().equals(dividers)) {
      dividers = state.dividers();
      place(dividers);
    }
    showing = false;
  }

  /// Moves the keyboard to the table.
  public void focusTable() {
    table.focus();
  }

  private void place(IncidentsState.Dividers where) {
    rows.setDividerPositions(where.timeline());
    columns.setDividerPositions(where.table());
  }

  private void reportDividers() {
    IncidentsState.Dividers now =
        new IncidentsState.Dividers(
            rows.getDividerPositions()[0], columns.getDividerPositions()[0]);
    if (!showing && !now.equals(dividers)) {
      dividers = now;
      actions.dividersMoved(now);
    }
  }
}
