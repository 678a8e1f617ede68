package io.suturescope.views.controls;

import io.suturescope.views.text.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Work that runs, how far it is, and a button that stops it.
public final class ProgressStrip extends HBox {

  private final ProgressBar bar = new ProgressBar();
  private final Label text = Labels.data("");

  public ProgressStrip(Runnable cancel) {
    getStyleClass().add("progress-strip");
    setAlignment(Pos.CENTER_LEFT);
    Button button = new Button(Words.of("progress.cancel"));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> cancel.run());
    bar.setMinWidth(60);
    getChildren().addAll(bar, text, button);
  }

  /// A strip whose words stand somewhere else; screen readers still say them.
  public static ProgressStrip bare(Runnable cancel) {
    ProgressStrip strip = new ProgressStrip(cancel);
    strip.getChildren().remove(strip.text);
    return strip;
  }

  /// @param share 0 to 1, below 0 when unknown
  public void set(String words, double share) {
    bar.setProgress(share < 0 ? ProgressBar.INDETERMINATE_PROGRESS : Math.min(1, share));
    bar.setAccessibleText(words);
    Labels.setData(text, words);
  }
}
