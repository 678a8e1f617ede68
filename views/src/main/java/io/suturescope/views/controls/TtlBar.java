package io.suturescope.views.controls;

import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// How much of a patch's time is gone, as a bar and a word.
public final class TtlBar extends HBox {

  private final Region used = new Region();
  private final StackPane bar = new StackPane(used);
  private final Label text = Labels.words("", "ttl-text");

  public TtlBar() {
    getStyleClass().add("ttl");
    setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("track");
    bar.setAlignment(Pos.CENTER_LEFT);
    used.getStyleClass().add("used");
    text.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(bar, text);
  }

  /// Draws another time; empty for a patch whose end is not known.
  public void set(Optional<TimeLeft> left) {
    Tone tone = left.map(TimeLeft::tone).orElse(Tone.NEUTRAL);
    getStyleClass().removeIf(c -> c.startsWith("tone-"));
    getStyleClass().add(tone.styleClass());
    text.setText(left.map(TimeLeft::text).orElse(Words.of("ttl.none")));
    used.maxWidthProperty()
        .bind(bar.widthProperty().multiply(Math.clamp(left.map(TimeLeft::used).orElse(0.0), 0, 1)));
  }
}
