package io.suturescope.views.rewind;

import io.suturescope.model.rewind.RewindStep;
import io.suturescope.model.rewind.RewindTrace;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Plays a rewind: which step is shown, by hand or by itself, one step a second at full speed.
///
/// The steps of a rewind lie microseconds apart, so each stays as long as any other.
final class Player {

  private static final Duration STEP = Duration.seconds(1);
  private static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);

  private final IntConsumer shown;
  private final Button back = button(Feather.CHEVRON_LEFT, "rewind.back");
  private final Button play = new Button();
  private final Button forward = button(Feather.CHEVRON_RIGHT, "rewind.forward");
  private final Button toCrash = new Button(Words.of("rewind.to_crash"));
  private final Slider scrub = new Slider();
  private final Label position = Labels.words("", "strong");
  private final SegmentedControl<Double> speed =
      new SegmentedControl<>(
          Words.of("rewind.speed"), SPEEDS, Player::speedWord, this::speedChosen);
  private final Timeline clock = new Timeline(new KeyFrame(STEP, _ -> tick()));
  private final VBox root;
  private Optional<RewindTrace> trace = Optional.empty();
  private int current;
  private boolean moving;

  /// @param shown hears every step that is gone to
  Player(IntConsumer shown) {
    this.shown = shown;
    clock.setCycleCount(Animation.INDEFINITE);
    clock.statusProperty().addListener(_ -> drawPlay());
    back.setOnAction(_ -> step(-1));
    forward.setOnAction(_ -> step(1));
    play.getStyleClass().addAll("quiet", "small");
    play.setOnAction(_ -> playOrPause());
    toCrash.getStyleClass().addAll("quiet", "small");
    toCrash.setOnAction(_ -> toCrash());
    for (Button button : List.of(play, toCrash)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    speed.set(1.0);
    scrub.setBlockIncrement(1);
    scrub.setMinWidth(0);
    scrub.setAccessibleText(Words.of("rewind.scrub"));
    scrub.valueProperty().addListener((_, _, value) -> scrubbed(value.doubleValue()));
    HBox buttons = new HBox(back, play, forward);
    buttons.getStyleClass().add("rewind-buttons");
    WrapLine line = new WrapLine(0.8, 0.4);
    line.add(buttons);
    line.add(toCrash);
    line.add(speed);
    line.add(position);
    root = new VBox(scrub, line);
    root.getStyleClass().add("rewind-player");
    HBox.setHgrow(scrub, Priority.ALWAYS);
    // What nobody sees is not played on.
    root.sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            clock.stop();
          }
        });
    drawPlay();
  }

  Node root() {
    return root;
  }

  /// Shows another rewind, at its crash.
  void show(RewindTrace played) {
    clock.stop();
    trace = Optional.of(played);
    moving = true;
    scrub.setMax(Math.max(0, played.steps().size() - 1));
    moving = false;
    root.setDisable(played.steps().isEmpty());
    toCrash.setDisable(played.crash().isEmpty());
    go(played.crash().orElse(0));
  }

  void step(int by) {
    clock.stop();
    go(current + by);
  }

  /// Goes to a step and stays there.
  void stay(int step) {
    clock.stop();
    go(step);
  }

  void playOrPause() {
    if (isPlaying()) {
      clock.stop();
      return;
    }
    if (current >= last()) {
      go(0);
    }
    clock.play();
  }

  boolean isPlaying() {
    return clock.getStatus() == Animation.Status.RUNNING;
  }

  private void toCrash() {
    stay(trace.map(RewindTrace::crash).orElseThrow().orElse(0));
  }

  private void tick() {
    go(current + 1);
    if (current >= last()) {
      clock.stop();
    }
  }

  private int last() {
    return trace.map(t -> t.steps().size()).orElse(0) - 1;
  }

  private void scrubbed(double value) {
    if (!moving) {
      stay((int) Math.round(value));
    }
  }

  private void go(int wanted) {
    if (last() < 0) {
      position.setText(Words.of("rewind.no_steps"));
      return;
    }
    current = Math.clamp(wanted, 0, last());
    moving = true;
    scrub.setValue(current);
    moving = false;
    back.setDisable(current == 0);
    forward.setDisable(current == last());
    trace.map(t -> t.steps().get(current)).ifPresent(this::draw);
    shown.accept(current);
  }

  private void draw(RewindStep step) {
    String text =
        Words.of("rewind.position", current + 1, last() + 1, RewindWords.seconds(step.seconds()));
    position.setText(text);
    scrub.setAccessibleHelp(text);
  }

  private void drawPlay() {
    play.setText(Words.of(isPlaying() ? "rewind.pause" : "rewind.play"));
    play.setGraphic(Labels.icon(isPlaying() ? Feather.PAUSE : Feather.PLAY));
  }

  private void speedChosen(double factor) {
    clock.setRate(factor);
  }

  private static String speedWord(double factor) {
    return factor == 0.5 ? "0.5×" : Words.number(Math.round(factor)) + "×";
  }

  private static Button button(Feather icon, String key) {
    Button button = new Button();
    button.setGraphic(Labels.icon(icon));
    button.getStyleClass().addAll("quiet", "small");
    button.setAccessibleText(Words.of(key));
    button.setTooltip(Labels.tip(Words.of(key)));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
