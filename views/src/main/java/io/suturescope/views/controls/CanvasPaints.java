package io.suturescope.views.controls;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Colours for a canvas, which no style sheet reaches: one invisible region per role takes the
/// colour from the sheets and hands it on.
final class CanvasPaints {

  private final Map<Tone, Region> tones = new EnumMap<>(Tone.class);
  private final Map<String, Region> roles = new HashMap<>();
  private final ObservableList<Node> children;
  private final Runnable changed;

  /// @param children of the region that the canvas stands in
  /// @param changed called when a colour is another one, as after a change of theme
  CanvasPaints(ObservableList<Node> children, Runnable changed) {
    this.children = children;
    this.changed = changed;
    for (Tone tone : Tone.values()) {
      tones.put(tone, probe("canvas-tone", tone.styleClass()));
    }
  }

  Paint tone(Tone tone) {
    return paint(tones.getOrDefault(tone, new Region()));
  }

  /// The background colour of a style class such as `canvas-axis`.
  Paint role(String styleClass) {
    return paint(roles.computeIfAbsent(styleClass, this::probe));
  }

  private Region probe(String... classes) {
    Region probe = new Region();
    probe.getStyleClass().addAll(classes);
    probe.setManaged(false);
    probe.setMouseTransparent(true);
    probe.resize(0, 0);
    probe.backgroundProperty().addListener(_ -> changed.run());
    children.add(probe);
    return probe;
  }

  private static Paint paint(Region probe) {
    Background background = probe.getBackground();
    return background == null || background.getFills().isEmpty()
        ? Color.TRANSPARENT
        : background.getFills().getFirst().getFill();
  }
}
