package io.suturescope.views.today;

import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.TimelineActions;
import io.suturescope.views.controls.TimelineCanvas;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import io.suturescope.views.today.TodayState.CallerValue;
import io.suturescope.views.today.TodayState.Tile;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The right column: numbers, the night, what callers were told.
final class NightColumn {

  private final TodayActions actions;
  private final GridPane tiles = new GridPane();
  private final TimelineCanvas timeline;
  private final Label sentence = Labels.prose("", "muted");
  private final VBox night = new VBox();
  private final VBox callers = new VBox();
  private final VBox column = new VBox();
  private final ScrollPane root = new ScrollPane(column);

  NightColumn(TodayActions actions) {
    this.actions = actions;
    timeline = TimelineCanvas.small(new NightActions(actions));
    tiles.getStyleClass().add("tiles");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      tiles.getColumnConstraints().add(half);
    }
    night.getStyleClass().add("section");
    night.getChildren().addAll(Labels.words(Words.of("today.night"), "strong"), timeline, sentence);
    callers.getStyleClass().add("section");
    column.getChildren().addAll(tiles, night, callers);
    column.getStyleClass().add("night");
    root.setFitToWidth(true);
    root.getStyleClass().add("night-scroll");
    root.setAccessibleText(Words.of("today.column"));
  }

  /// The column as it stands beside something, scrolling by itself.
  ScrollPane beside() {
    root.setContent(column);
    return root;
  }

  /// The column without scrolling, to stand below something.
  Node below() {
    root.setContent(null);
    return column;
  }

  void show(TodayState state) {
    tiles.getChildren().clear();
    List<Tile> list = state.tiles();
    for (int i = 0; i < list.size(); i++) {
      tiles.add(tile(list.get(i)), i % 2, i / 2);
    }
    present(night, state.night().isPresent());
    state.night().ifPresent(timeline::show);
    sentence.setText(VisibleText.line(state.nightSentence()));
    present(sentence, !state.nightSentence().isEmpty());
    present(callers, !state.callers().isEmpty());
    callers.getChildren().setAll(Labels.words(Words.of("today.callers"), "strong"));
    state.callers().forEach(c -> callers.getChildren().add(caller(c)));
  }

  private Node tile(Tile tile) {
    Label value = Labels.words(Words.number(tile.value()), "value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    Label note = Labels.data(note(tile), "note", tile.tone().styleClass());
    present(note, !note.getText().isEmpty());
    VBox words = new VBox(Labels.data(tile.label(), "second"), value, note);
    Button button = new Button();
    button.setGraphic(words);
    button.getStyleClass().add("tile");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setAlignment(Pos.TOP_LEFT);
    button.setAccessibleText(tile.label() + " " + value.getText() + " " + note.getText());
    button.setOnAction(_ -> actions.tileOpened(tile.id()));
    return button;
  }

  private static String note(Tile tile) {
    if (tile.difference().isEmpty()) {
      return tile.note();
    }
    long difference = tile.difference().getAsLong();
    String key = difference > 0 ? "today.more" : difference < 0 ? "today.fewer" : "today.same";
    return Words.of(key, Words.number(Math.abs(difference)));
  }

  private Node caller(CallerValue caller) {
    Label value = Labels.data(caller.value(), "inline-code");
    HBox box = new HBox(value);
    box.getStyleClass().add("caller-value");
    Hyperlink function =
        new Hyperlink(
            Words.of("today.caller", caller.times(), VisibleText.line(caller.function())));
    function.getStyleClass().add("plain");
    function.setMinWidth(0);
    function.setOnAction(_ -> actions.callerOpened(caller.function()));
    HBox line = new HBox(box, function);
    caller.chip().map(ChipLabel::new).ifPresent(line.getChildren()::add);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("caller");
    return line;
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  /// The small timeline only leads somewhere; zooming belongs to the screen of the incidents.
  private record NightActions(TodayActions actions) implements TimelineActions {

    @Override
    public void brushed(TimeRange range) {
      actions.nightBrushed(range);
    }

    @Override
    public void brushCleared() {}

    @Override
    public void zoomed(TimeRange range) {}

    @Override
    public void steppedBack() {}
  }
}
