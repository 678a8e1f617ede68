package io.suturescope.views.patches;

import io.suturescope.model.life.EdgeKind;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// The four kinds of edges with their words.
final class MachineLegend extends HBox {

  private static final double SAMPLE = 26;
  private static final long SAMPLE_TIMES = 9;

  MachineLegend() {
    getStyleClass().add("machine-legend");
    setAlignment(Pos.CENTER_LEFT);
    for (EdgeKind kind : EdgeKind.values()) {
      Line sample = new Line(0, 0, SAMPLE, 0);
      sample.getStyleClass().add("edge-line");
      sample.setStrokeWidth(EdgeLine.thickness(SAMPLE_TIMES, kind));
      Group drawn = new Group(sample);
      drawn.getStyleClass().addAll("edge", EdgeLine.style(kind));
      Label word = Labels.words(PatchWords.kind(kind), "second");
      word.setGraphic(drawn);
      word.setMinWidth(Region.USE_PREF_SIZE);
      String meaning = "machine.kind." + kind.name().toLowerCase(Locale.ROOT) + ".meaning";
      word.setTooltip(Labels.tip(Words.of(meaning)));
      getChildren().add(word);
    }
  }
}
