package io.suturescope.views.frame;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is seen while files are dragged over the window.
final class DropOverlay {

  private final StackPane root = new StackPane();

  DropOverlay(Node target, Consumer<List<Path>> dropped) {
    VBox words =
        new VBox(
            Labels.icon(Feather.DOWNLOAD),
            Labels.words(Words.of("drop.title"), "title"),
            Labels.words(Words.of("drop.promise"), "muted"));
    words.getStyleClass().add("drop-words");
    words.setAlignment(Pos.CENTER);
    words.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root.getStyleClass().add("drop-overlay");
    root.getChildren().add(words);
    root.setVisible(false);
    root.setMouseTransparent(true);
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            root.setVisible(true);
          }
        });
    target.addEventHandler(DragEvent.DRAG_EXITED, _ -> root.setVisible(false));
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          root.setVisible(false);
          List<File> files = event.getDragboard().getFiles();
          event.setDropCompleted(!files.isEmpty());
          if (!files.isEmpty()) {
            dropped.accept(files.stream().map(File::toPath).toList());
          }
        });
  }

  Node root() {
    return root;
  }
}
