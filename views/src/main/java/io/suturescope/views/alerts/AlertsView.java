package io.suturescope.views.alerts;

import io.suturescope.views.alerts.AlertsState.Segment;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriageActions.Hold;
import io.suturescope.views.triage.TriageSheet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of the alerts: the list of them, and the inventory of all dismissals.
public final class AlertsView {

  private final AlertsActions actions;
  private final SegmentedControl<Segment> segments;
  private final Label note = Labels.words("", "muted");
  private final RowTable<AlertLine> alerts;
  private final RowTable<DismissalLine> dismissals;
  private final TriageSheet sheet;
  private final WrapLine bar = new WrapLine(0.5, 0.3);
  private final Button open;
  private final Button read;
  private final Button allRead;
  private final Button bringBack;
  private final MenuButton dismiss = new MenuButton(Words.of("triage.dismiss"));
  private final CheckBox shown = new CheckBox();
  private final VBox filled = new VBox();
  private final EmptyState nothingImported;
  private final EmptyState noAlerts;
  private final EmptyState noDismissals;
  private final StackPane root = new StackPane();
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);
  private Segment segment = Segment.ALERTS;

  public AlertsView(AlertsActions actions) {
    this.actions = actions;
    segments =
        new SegmentedControl<>(
            Words.of("alerts.heading"),
            List.of(Segment.values()),
            s -> Words.of("alerts.segment." + s.name().toLowerCase(Locale.ROOT)),
            actions::segmentChosen);
    RowTable.Actions rows = new Rows(actions);
    alerts = AlertTable.make(() -> time, rows);
    dismissals = DismissalTable.make(rows);
    sheet = new TriageSheet(actions);
    open = button("alerts.open", actions::rowOpened);
    read = button("alerts.mark.read", actions::readToggled);
    allRead = button("alerts.mark.all", actions::allRead);
    bringBack = button("triage.end", actions::dismissalEnded);
    nothingImported =
        new EmptyState(Words.of("alerts.empty.title"), Words.of("alerts.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    noAlerts = new EmptyState(Words.of("alerts.none.title"), Words.of("alerts.none.sentence"));
    noDismissals =
        new EmptyState(Words.of("dismissals.none.title"), Words.of("dismissals.none.sentence"));
    build();
  }

  private void build() {
    for (Hold hold : Hold.values()) {
      MenuItem item = new MenuItem(Words.of("hold." + hold.name().toLowerCase(Locale.ROOT)));
      item.setOnAction(_ -> actions.dismissWanted(hold));
      dismiss.getItems().add(item);
    }
    dismiss.getStyleClass().addAll("quiet", "small");
    dismiss.setMinWidth(Region.USE_PREF_SIZE);
    shown.setOnAction(_ -> actions.dismissedShown(shown.isSelected()));
    for (Node node : new Node[] {open, read, dismiss, bringBack, allRead, shown}) {
      bar.add(node);
    }
    bar.getStyleClass().add("alert-bar");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label heading = Labels.words(Words.of("alerts.heading"), "heading");
    HBox head = new HBox(heading, segments, gap, note);
    head.getStyleClass().add("screen-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setSpacing(16);
    StackPane tables = new StackPane(alerts, dismissals, noAlerts, noDismissals);
    VBox.setVgrow(tables, Priority.ALWAYS);
    filled.getChildren().addAll(head, bar, tables);
    for (RowTable<?> table : List.of(alerts, dismissals)) {
      table.keyboardTarget().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
      table
          .keyboardTarget()
          .setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
              actions.rowOpened();
            }
          });
    }
    root.getStyleClass().add("alerts");
    root.getChildren().addAll(filled, nothingImported, sheet.root());
  }

  public Node root() {
    return root;
  }

  /// Gives the keyboard to the rows.
  public void focusRows() {
    table().keyboardTarget().requestFocus();
  }

  private RowTable<?> table() {
    return segment == Segment.ALERTS ? alerts : dismissals;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case J -> table().move(1);
      case K -> table().move(-1);
      case ENTER -> actions.rowOpened();
      default -> {
        return;
      }
    }
    event.consume();
  }

  public void show(AlertsState state) {
    boolean imported = state.emptiness() != Emptiness.NOTHING_IMPORTED;
    boolean ofAlerts = state.segment() == Segment.ALERTS;
    time = state.time();
    segment = state.segment();
    filled.setVisible(imported);
    nothingImported.setVisible(!imported);
    segments.set(state.segment());
    note.setText(state.note());
    alerts.setVisible(ofAlerts && state.alerts().size() > 0);
    noAlerts.setVisible(ofAlerts && state.alerts().size() == 0);
    dismissals.setVisible(!ofAlerts && state.dismissals().size() > 0);
    noDismissals.setVisible(!ofAlerts && state.dismissals().size() == 0);
    if (ofAlerts) {
      alerts.show(state.alerts(), state.selected(), OptionalInt.empty());
    } else {
      dismissals.show(state.dismissals(), state.selected(), OptionalInt.empty());
    }
    offer(state);
    sheet.show(state.form());
  }

  private void offer(AlertsState state) {
    boolean ofAlerts = state.segment() == Segment.ALERTS;
    Optional<AlertLine> alert =
        ofAlerts && state.selected().isPresent()
            ? state.alerts().row(state.selected().getAsInt())
            : Optional.empty();
    Optional<DismissalLine> dismissal =
        !ofAlerts && state.selected().isPresent()
            ? state.dismissals().row(state.selected().getAsInt())
            : Optional.empty();
    open.setDisable(alert.isEmpty() && dismissal.isEmpty());
    read.setText(
        Words.of(
            alert.map(AlertLine::unread).orElse(true) ? "alerts.mark.read" : "alerts.mark.unread"));
    read.setDisable(alert.isEmpty());
    dismiss.setDisable(alert.isEmpty());
    boolean back =
        alert.map(AlertLine::hidden).orElse(false)
            || dismissal.map(DismissalLine::active).orElse(false);
    bringBack.setDisable(!back);
    shown.setText(Words.of("alerts.hidden.show", state.hidden()));
    shown.setSelected(state.dismissedShown());
    for (Node node : new Node[] {read, dismiss, allRead}) {
      present(node, ofAlerts);
    }
    present(shown, ofAlerts && (state.hidden() > 0 || state.dismissedShown()));
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private static Button button(String key, Runnable action) {
    Button button = new Button(Words.of(key));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private record Rows(AlertsActions actions) implements RowTable.Actions {

    @Override
    public void rowSelected(int index) {
      actions.rowSelected(index);
    }
  }
}
