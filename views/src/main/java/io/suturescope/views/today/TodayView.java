package io.suturescope.views.today;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.EmptyState;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import io.suturescope.views.today.TodayState.Need;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first screen: what needs somebody, and how the night was.
public final class TodayView {

  private final TodayActions actions;
  private final Label heading = Labels.prose("", "heading");
  private final VBox needs = new VBox();
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
    HBox top = new HBox(heading);
    top.getStyleClass().add("screen-head");
    top.setAlignment(Pos.CENTER_LEFT);
    needs.getStyleClass().add("needs");
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
    heading.setText(heading(state));
    needs.getChildren().setAll(state.needs().stream().map(this::need).toList());
    if (state.needs().isEmpty()) {
      needs.getChildren().add(new EmptyState(Words.of("today.calm"), Words.of("today.calm.why")));
    }
    night.show(state);
  }

  private static String heading(TodayState state) {
    int hour = state.time().now().atZone(state.time().zone()).getHour();
    String greeting =
        hour < 5 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
    return Words.of("today.heading", Words.of("today.greeting." + greeting), state.needs().size());
  }

  private Node need(Need need) {
    Region bar = new Region();
    bar.getStyleClass().add("bar");
    Label count = Labels.words(Words.number(need.count()), "count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    VBox words =
        new VBox(Labels.prose(need.title(), "strong"), Labels.block(need.sentence(), "muted"));
    words.getStyleClass().add("words");
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button action = new Button(need.action());
    action.getStyleClass().add("quiet");
    action.setMinWidth(Region.USE_PREF_SIZE);
    action.setAccessibleText(need.action() + ": " + need.title());
    action.setOnAction(_ -> actions.needActed(need.id()));
    HBox number = new HBox(count);
    number.getStyleClass().add("count-box");
    number.setAlignment(Pos.CENTER_RIGHT);
    HBox row = new HBox(bar, number, words, action);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("need", need.tone().styleClass());
    return row;
  }
}
