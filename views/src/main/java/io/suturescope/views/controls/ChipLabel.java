package io.suturescope.views.controls;

import java.util.Optional;
import javafx.scene.control.Label;

/// A {@link Chip}, drawn.
public final class ChipLabel extends Label {

  private Tone tone = Tone.NEUTRAL;

  public ChipLabel() {
    getStyleClass().addAll("chip", tone.styleClass());
  }

  public ChipLabel(Chip chip) {
    this();
    set(Optional.of(chip));
  }

  /// Draws another one, or none.
  public void set(Optional<Chip> chip) {
    setVisible(chip.isPresent());
    chip.ifPresent(c -> {
      if (tone != c.tone() || !getStyleClass().contains(tone.styleClass())) {
        getStyleClass().remove(tone.styleClass());
        tone = c.tone();
        getStyleClass().add(tone.styleClass());
      }
      Labels.setData(this, c.text());
    });
  }
}
