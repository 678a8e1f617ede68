package io.suturescope.views.today;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import io.suturescope.views.today.TodayState.Need;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first screen: what needs somebody, and how the night was.
public final class TodayView {

  private static final int COLUMNS = 3;

  private final TodayActions actions;
  private final Label heading = Labels.prose("", "heading");
  private final HBox digest = new HBox();
  private final GridPane needs = new GridPane();
  private final NightColumn night;
  private final BorderPane filled = new BorderPane();
  private final EmptyState nothingImported;
  private final StackPane root = new StackPane();
  private Optional<TodayState> shown = Optional.empty();

  public TodayView(TodayActions actions) {
    this.actions = actions;
    night = new NightColumn(actions);
    nothingImported =
        new EmptyState(Words.of("today.empty.title"), Words.of("today.empty.sentence"))
            .first(Words.of("open.sample"), actions::openSample)
            .second(Words.of("open.project"), actions::openProject);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    digest
        .getChildren()
        .addAll(
            quiet(Words.of("today.digest.copy"), actions::digestCopied),
            quiet(Words.of("today.digest.export"), actions::digestExported));
    digest.getStyleClass().add("head-actions");
    digest.setAlignment(Pos.CENTER_RIGHT);
    HBox top = new HBox(heading, gap, digest);
    top.getStyleClass().add("screen-head");
    top.setAlignment(Pos.CENTER_LEFT);
    needs.getStyleClass().add("needs");
    for (int i = 0; i < COLUMNS; i++) {
      needs.getColumnConstraints().add(new ColumnConstraints());
    }
    needs.getColumnConstraints().get(1).setHalignment(HPos.RIGHT);
    needs.getColumnConstraints().get(1).setMinWidth(Region.USE_PREF_SIZE);
    needs.getColumnConstraints().get(2).setHgrow(Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(needs);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Words.of("today.needs"));
    filled.setTop(top);
    scroll.setMinWidth(0);
    filled.setCenter(new SideBySide(scroll, needs, night));
    root.getStyleClass().add("today");
    root.getChildren().addAll(filled, nothingImported);
  }

  public Node root() {
    return root;
  }

  public void show(TodayState state) {
    if (shown.filter(state::equals).isPresent()) {
      return;
    }
    shown = Optional.of(state);
    boolean imported = state.emptiness() != Emptiness.NOTHING_IMPORTED;
    filled.setVisible(imported);
    nothingImported.setVisible(!imported);
    digest.setVisible(imported);
    heading.setText(heading(state));
    needs.getChildren().clear();
    state.needs().forEach(this::add);
    if (state.needs().isEmpty()) {
      needs.add(calm(), 0, 0, COLUMNS, 1);
    }
    night.show(state);
  }

  private static Button quiet(String label, Runnable action) {
    Button button = new Button(label);
    button.setMnemonicParsing(false);
    button.getStyleClass().add("quiet");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static String heading(TodayState state) {
    int hour = state.time().now().atZone(state.time().zone()).getHour();
    String greeting =
        hour < 5 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
    return Words.of("today.heading", Words.of("today.greeting." + greeting), state.needs().size());
  }

  private static Node calm() {
    VBox calm =
        new VBox(Labels.icon(Feather.CHECK_CIRCLE), Labels.prose(Words.of("today.calm.why")));
    calm.getStyleClass().add("calm");
    calm.setAlignment(Pos.CENTER);
    return calm;
  }

  /// Adds a row; numbers stand under numbers, and words begin below words.
  private void add(Need need) {
    Region bar = new Region();
    bar.getStyleClass().addAll("need-bar", need.tone().styleClass());
    Label count = Labels.words(Words.compact(need.count()), "need-count");
    count.getStyleClass().add(need.tone().styleClass());
    count.setMinWidth(Region.USE_PREF_SIZE);
    VBox words =
        new VBox(Labels.prose(need.title(), "strong"), Labels.block(need.sentence(), "muted"));
    words.getStyleClass().add("need-words");
    words.setAlignment(Pos.CENTER_LEFT);
    Button action = quiet(need.action(), () -> actions.needActed(need.id()));
    action.setAccessibleText(need.action() + ": " + need.title());
    Region line = new Region();
    line.getStyleClass().add("need-line");
    int row = needs.getRowCount();
    HBox beside = new HBox(words, action);
    beside.setAlignment(Pos.CENTER_LEFT);
    beside.getStyleClass().add("need-line-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    needs.addRow(row, bar, count, beside);
    needs.add(line, 0, row + 1, COLUMNS, 1);
  }
}
