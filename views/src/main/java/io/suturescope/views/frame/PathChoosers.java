package io.suturescope.views.frame;

import io.suturescope.views.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The system's dialogues for files and folders.
final class PathChoosers {

  private final Node inWindow;

  PathChoosers(Node inWindow) {
    this.inWindow = inWindow;
  }

  Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Words.of("choose.folder"));
    return window().map(chooser::showDialog).map(File::toPath);
  }

  List<Path> files() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.of("choose.files"));
    return window().map(chooser::showOpenMultipleDialog).orElse(List.of()).stream()
        .map(File::toPath)
        .toList();
  }

  Optional<Path> workspace() {
    return window().map(workspaces("choose.workspace")::showOpenDialog).map(File::toPath);
  }

  Optional<Path> newWorkspace() {
    return window().map(workspaces("choose.new_workspace")::showSaveDialog).map(File::toPath);
  }

  Optional<Path> export(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.of("choose.export"));
    chooser.setInitialFileName(name);
    return window().map(chooser::showSaveDialog).map(File::toPath);
  }

  private static FileChooser workspaces(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.of(title));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Words.of("choose.kind"), "*.suturescope"));
    return chooser;
  }

  private Optional<Window> window() {
    return Optional.ofNullable(inWindow.getScene()).map(scene -> scene.getWindow());
  }
}
