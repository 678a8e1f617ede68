package io.suturescope.views.frame;

import io.suturescope.views.controls.Look;
import io.suturescope.views.frame.FrameState.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window around the screens.
///
/// Three commands are carried out here and not handed on: {@link #PALETTE}, {@link #KEYBOARD},
/// {@link #QUERY}.
public final class FrameView {

  /// Id of the command that opens the command palette.
  public static final String PALETTE = "palette";

  /// Id of the command that opens the keyboard sheet.
  public static final String KEYBOARD = "keyboard";

  /// Id of the command that moves the keyboard to the query bar.
  public static final String QUERY = "query";

  private final Map<String, Node> screens;
  private final StackPane root = new StackPane();
  private final StackPane content = new StackPane();
  private final MenuLine menus;
  private final QueryBar query;
  private final Rail rail;
  private final StatusBar status;
  private final Notices notices;
  private final Palette palette;
  private final KeyboardSheet keyboard;
  private final Keys keys;
  private final PathChoosers choosers = new PathChoosers(root);
  private final FrameActions actions;
  // Held here and only weakly by the preferences, which live as long as the process.
  private final ChangeListener<ColorScheme> scheme = (_, _, _) -> dress();
  private Optional<FrameState> state = Optional.empty();

  /// @param screens by the ids of their rail entries
  public FrameView(FrameActions actions, Map<String, Node> screens) {
    this.actions = actions;
    this.screens = Map.copyOf(screens);
    menus = new MenuLine(this::run, actions::recentChosen);
    query = new QueryBar(actions);
    rail = new Rail(actions);
    status = new StatusBar(actions, this::openKeyboardSheet, this::openPalette);
    notices = new Notices(actions, this::copyText);
    palette = new Palette(this::run, this::closeSheets);
    keyboard = new KeyboardSheet(this::closeSheets);
    keys = new Keys(this::run, this::closeSheets, () -> palette.isOpen() || keyboard.isOpen());
    build();
    Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(scheme));
  }

  private void build() {
    content.getStyleClass().add("content");
    VBox middle = new VBox(notices.error(), content);
    VBox.setVgrow(content, Priority.ALWAYS);
    BorderPane frame = new BorderPane();
    frame.getStyleClass().add("frame");
    frame.setTop(new VBox(menus.root(), query.root()));
    frame.setLeft(rail.root());
    frame.setCenter(middle);
    frame.setBottom(status.root());
    DropOverlay drop = new DropOverlay(root, actions::dropped);
    root.getStyleClass().add("window");
    root.getChildren()
        .addAll(
            frame,
            query.completions(),
            notices.toast(),
            palette.root(),
            keyboard.root(),
            drop.root());
    keys.watch(root);
    root.sceneProperty().addListener(_ -> dress());
  }

  public Parent root() {
    return root;
  }

  public void show(FrameState newState) {
    state = Optional.of(newState);
    menus.show(newState);
    query.show(newState);
    rail.show(newState);
    status.show(newState.status());
    notices.show(newState.toast(), newState.error());
    palette.show(newState.commands());
    keyboard.show(newState.commands());
    keys.show(newState.commands());
    showScreen(newState.screen());
    dress();
  }

  private void showScreen(String id) {
    Optional<Node> screen = Optional.ofNullable(screens.get(id));
    List<Node> wanted = screen.map(List::of).orElse(List.of());
    if (!content.getChildren().equals(wanted)) {
      content.getChildren().setAll(wanted);
    }
  }

  private void dress() {
    Scene scene = root.getScene();
    if (scene != null) {
      state.ifPresent(s -> Look.apply(scene, dark(s.theme()), s.fontScale()));
      if (scene.getFocusOwner() == null) {
        // Else the query bar would have the keyboard first, and / and ? would be typed into it.
        content.requestFocus();
      }
    }
  }

  private static boolean dark(Theme theme) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void run(String command) {
    closeSheets();
    switch (command) {
      case PALETTE -> openPalette();
      case KEYBOARD -> openKeyboardSheet();
      case QUERY -> focusQuery();
      default -> actions.commandRun(command);
    }
  }

  private void closeSheets() {
    palette.close();
    keyboard.close();
  }

  /// Moves the keyboard to the query bar.
  public void focusQuery() {
    query.focus();
  }

  public void openPalette() {
    keyboard.close();
    palette.open();
  }

  public void openKeyboardSheet() {
    palette.close();
    keyboard.open();
  }

  /// Puts text on the clipboard.
  public void copyText(String text) {
    ClipboardContent clip = new ClipboardContent();
    clip.putString(text);
    Clipboard.getSystemClipboard().setContent(clip);
  }

  /// Asks for a folder; empty when nothing was chosen.
  public Optional<Path> chooseFolder() {
    return choosers.folder();
  }

  /// Asks for files or archives to import; empty when nothing was chosen.
  public List<Path> chooseFiles() {
    return choosers.files();
  }

  /// Asks for a workspace file that exists.
  public Optional<Path> chooseWorkspace() {
    return choosers.workspace();
  }

  /// Asks where a new workspace file is to be.
  public Optional<Path> chooseNewWorkspace() {
    return choosers.newWorkspace();
  }

  /// Asks where an export is to be written.
  ///
  /// @param name proposed for the file
  public Optional<Path> chooseExport(String name) {
    return choosers.export(name);
  }
}
