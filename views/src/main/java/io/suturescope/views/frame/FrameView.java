package io.suturescope.views.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;

/// The window around the screens.
public final class FrameView {

  private final FrameActions actions;
  private final Map<String, Node> screens;
  private final BorderPane root = new BorderPane();

  /// @param screens by the ids of their rail entries
  public FrameView(FrameActions actions, Map<String, Node> screens) {
    this.actions = Objects.requireNonNull(actions);
    this.screens = Map.copyOf(screens);
  }

  public Parent root() {
    return root;
  }

  public void show(FrameState state) {
    root.setTop(new Label(state.query().text()));
    root.setCenter(screens.get(state.screen()));
    root.setOnMouseClicked(_ -> actions.toastClosed());
  }

  /// Moves the keyboard to the query bar.
  public void focusQuery() {
    root.requestFocus();
  }

  public void openPalette() {
    root.requestFocus();
  }

  public void openKeyboardSheet() {
    root.requestFocus();
  }

  /// Puts text on the clipboard.
  public void copyText(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Asks for a folder; empty when nothing was chosen.
  public Optional<Path> chooseFolder() {
    return Optional.empty();
  }

  /// Asks for files or archives to import; empty when nothing was chosen.
  public List<Path> chooseFiles() {
    return List.of();
  }

  /// Asks for a workspace file that exists.
  public Optional<Path> chooseWorkspace() {
    return Optional.empty();
  }

  /// Asks where a new workspace file is to be.
  public Optional<Path> chooseNewWorkspace() {
    return Optional.empty();
  }
}
