package io.suturescope.views.controls;

import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A verdict as shape, word and colour.
public final class VerdictLabel extends Label {

  private static final List<String> CLASSES =
      List.of(
          "verdict-original_raised",
          "verdict-unnecessary",
          "verdict-divergent",
          "verdict-error",
          "verdict-not_run");

  private Optional<Verdict> shown = Optional.empty();

  public VerdictLabel(Verdict verdict) {
    getStyleClass().add("verdict");
    Region mark = new Region();
    mark.getStyleClass().add("mark");
    setGraphic(mark);
    set(verdict);
  }

  public void set(Verdict verdict) {
    if (shown.equals(Optional.of(verdict))) {
      return;
    }
    shown = Optional.of(verdict);
    String name = verdict.name().toLowerCase(Locale.ROOT);
    getStyleClass().removeAll(CLASSES);
    getStyleClass().add("verdict-" + name);
    setText(Words.of("verdict." + name));
    Labels.tipOnHover(this, () -> Words.of("verdict." + name + ".meaning"));
  }
}
