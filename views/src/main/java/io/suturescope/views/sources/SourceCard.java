package io.suturescope.views.sources;

import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.ProgressStrip;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.sources.SourcesState.Import;
import io.suturescope.views.sources.SourcesState.Source;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One import in the list.
final class SourceCard {

  private final Label name = Labels.data("", "name");
  private final Label when = Labels.words("", "second");
  private final ChipLabel chip = new ChipLabel();
  private final Label path = Labels.data("", "second");
  private final Label counts = Labels.prose("", "muted");
  private final ProgressStrip progress;
  private final VBox root = new VBox();
  private String id = "";

  SourceCard(SourcesActions actions) {
    progress = ProgressStrip.bare(() -> actions.importCancelled(id));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    when.setMinWidth(Region.USE_PREF_SIZE);
    WrapLine top = new WrapLine(0.6, 0.15);
    top.add(name);
    top.add(chip);
    top.addAtEnd(when);
    root.getStyleClass().add("source-card");
    // Long paths are shortened to the list, never the list widened to them.
    root.setPrefWidth(0);
    root.setMinWidth(0);
    root.getChildren().addAll(top, path, counts, progress);
  }

  Node root() {
    return root;
  }

  void show(Source source, TimeView time) {
    id = source.id();
    Labels.setData(name, source.name());
    Labels.setData(path, source.path());
    Times.set(when, time, source.when());
    present(when, source.when().isPresent());
    counts.setText(VisibleText.line(source.counts()));
    present(progress, false);
    Optional<Chip> mark =
        switch (source.state()) {
          case Import.Running(double share, String text) -> {
            progress.set(text, share);
            counts.setText(VisibleText.line(text));
            present(progress, true);
            yield Optional.empty();
          }
          case Import.Done() -> Optional.empty();
          case Import.Cancelled() ->
              Optional.of(new Chip(Words.of("source.cancelled"), Tone.NEUTRAL));
          case Import.Refused(String why) -> {
            counts.setText(VisibleText.line(why));
            yield Optional.of(new Chip(Words.of("source.refused"), Tone.CRITICAL));
          }
        };
    chip.set(mark);
    present(chip, mark.isPresent());
    present(counts, !counts.getText().isEmpty());
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
