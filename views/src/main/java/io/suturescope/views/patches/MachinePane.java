package io.suturescope.views.patches;

import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The graph of the states, with the table below it and what ends soon beside that.
final class MachinePane {

  private static final double TABLE_HEIGHT = 14;

  /// So much of the line may name the patch, before the legend goes below.
  private static final double PATH_PART = 0.5;

  private final MachineGraph graph;
  private final Label range = Labels.words("", "second");
  private final Label path = Labels.data("", "second", "path-word");
  private final PatchTable table;
  private final EndsChart ends;
  private final Label sentence = Labels.prose("", "muted");
  private final VBox about = new VBox();
  private final ScrollPane root;

  MachinePane(PatchesActions actions) {
    graph = new MachineGraph(actions);
    table = new PatchTable(actions);
    ends = new EndsChart(actions);
    range.setMinWidth(Region.USE_PREF_SIZE);
    WrapLine words = new WrapLine(1.4, 0.2);
    words.getStyleClass().add("machine-words");
    words.add(range);
    words.add(path);
    path.maxWidthProperty().bind(words.widthProperty().multiply(PATH_PART));
    words.addAtEnd(new MachineLegend());
    ScrollPane wide = new ScrollPane(graph);
    wide.setFitToWidth(true);
    wide.setFitToHeight(true);
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    wide.setFocusTraversable(false);
    wide.setAccessibleText(Words.of("machine.name"));
    wide.getStyleClass().add("machine-scroll");
    VBox top = new VBox(words, wide);
    top.getStyleClass().add("machine");
    about.getStyleClass().add("section");
    Label title = Labels.words(Words.of("ends.title"), "strong");
    VBox soon = new VBox(title, ends, sentence);
    soon.getStyleClass().add("section");
    VBox side = new VBox(soon, about);
    side.getStyleClass().add("machine-side");
    ScrollPane sideScroll = new ScrollPane(side);
    sideScroll.setFitToWidth(true);
    sideScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    sideScroll.setAccessibleText(Words.of("ends.title"));
    sideScroll.getStyleClass().add("machine-side-scroll");
    Beside below = new Beside(table.root(), sideScroll, TABLE_HEIGHT);
    VBox.setVgrow(below, Priority.ALWAYS);
    VBox all = new VBox(top, below);
    // Where a window is too low for both, the screen scrolls rather than cuts one.
    root = new ScrollPane(all);
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setFocusTraversable(false);
    root.setAccessibleText(Words.of("machine.name"));
  }

  Node root() {
    return root;
  }

  void focus() {
    graph.focus();
  }

  void show(PatchesState state) {
    range.setText(state.machine().range());
    Labels.setData(
        path, state.machine().path().map(p -> Words.of("machine.path", p.title())).orElse(""));
    graph.show(state.machine());
    table.show(state.listing(), state.time());
    ends.show(state.calendar().next());
    sentence.setText(state.calendar().sentence());
    about(state.listing().about());
  }

  private void about(Optional<PatchesState.About> shown) {
    about.getChildren().clear();
    shown.ifPresent(a ->
        about
            .getChildren()
            .setAll(
                Labels.data(a.function(), "strong"),
                new ChipLabel(a.state()),
                Labels.block(a.reason(), "muted")));
  }
}
