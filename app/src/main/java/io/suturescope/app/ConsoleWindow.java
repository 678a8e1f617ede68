package io.suturescope.app;

import io.suturescope.app.screens.SettingsKeeper;
import io.suturescope.app.screens.Window;
import io.suturescope.app.screens.WindowClock;
import io.suturescope.app.settings.Settings;
import io.suturescope.app.settings.SettingsFile;
import io.suturescope.app.settings.UserFolders;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.work.Background;
import io.suturescope.views.controls.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window of the program: one stage, in which workspaces are opened one after the other.
final class ConsoleWindow implements Window {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final UserFolders folders;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger();
  private Optional<Stage> stage = Optional.empty();
  private Optional<Session> session = Optional.empty();
  private Optional<SettingsKeeper> settings = Optional.empty();

  ConsoleWindow(UserFolders folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
  }

  /// Opens the window and comes back when it was closed. Starts the toolkit, so once in a process.
  int openAndWait(Path workspace, List<Path> paths) {
    Platform.startup(() -> start(workspace, paths));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exitCode.get();
  }

  private void start(Path workspace, List<Path> paths) {
    Look.install();
    Stage made = new Stage();
    stage = Optional.of(made);
    made.getIcons().add(new Image(Look.resource("icons/suturescope.png").toExternalForm()));
    made.setOnCloseRequest(_ -> quit());
    if (open(workspace, paths)) {
      made.show();
    } else {
      exitCode.set(4);
      quit();
    }
  }

  private boolean open(Path workspace, List<Path> paths) {
    try {
      Path folder = workspace.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      refuse("The folder of the workspace " + workspace + " cannot be made.");
      return false;
    }
    WindowClock shown = new WindowClock(clock);
    return switch (IncidentStore.open(workspace, shown)) {
      case Opening.Refused refused -> {
        refuse(refused.sentence());
        yield false;
      }
      case Opening.Ready(IncidentStore store) -> {
        show(store, shown, paths);
        yield true;
      }
    };
  }

  private void show(IncidentStore store, WindowClock shown, List<Path> paths) {
    session.ifPresent(Session::close);
    Background background =
        new Background(
            Platform::runLater,
            cause -> session.ifPresent(s -> s.frame().fail("Something went wrong", cause)));
    SettingsKeeper keeper =
        new SettingsKeeper(Optional.of(new SettingsFile(folders.settingsFile())), background);
    settings = Optional.of(keeper);
    Session opened =
        new Session(
            store,
            background,
            shown,
            this,
            keeper,
            () -> Sample.unpack(folders.data().resolve("sample")));
    session = Optional.of(opened);
    Stage shownStage = stage.orElseThrow();
    if (shownStage.getScene() == null) {
      shownStage.setScene(new Scene(opened.view().root(), WIDTH, HEIGHT));
      place(shownStage, keeper.now());
    } else {
      shownStage.getScene().setRoot(opened.view().root());
    }
    shownStage.setTitle(store.file().getFileName() + " – Suturescope");
    opened.begin(paths);
  }

  /// Where it stood, if that is still on a screen.
  private static void place(Stage stage, Settings settings) {
    settings
        .window()
        .filter(w ->
            Screen.getScreensForRectangle(w.x(), w.y(), w.width(), w.height()).stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds -> bounds.intersects(asRectangle(w))))
        .ifPresent(w -> {
          stage.setX(w.x());
          stage.setY(w.y());
          stage.setWidth(w.width());
          stage.setHeight(w.height());
          stage.setMaximized(w.maximized());
        });
  }

  private static Rectangle2D asRectangle(Settings.WindowBounds window) {
    return new Rectangle2D(
        window.x(), window.y(), Math.max(0, window.width()), Math.max(0, window.height()));
  }

  private void refuse(String sentence) {
    Alert alert = new Alert(Alert.AlertType.ERROR, sentence);
    alert.setHeaderText("This workspace cannot be opened");
    alert.showAndWait();
  }

  @Override
  public void focusQuery() {
    session.ifPresent(s -> s.view().focusQuery());
  }

  @Override
  public void focusRows() {
    session.ifPresent(Session::focusRows);
  }

  @Override
  public void openPalette() {
    session.ifPresent(s -> s.view().openPalette());
  }

  @Override
  public void openKeyboardSheet() {
    session.ifPresent(s -> s.view().openKeyboardSheet());
  }

  @Override
  public Optional<Path> chooseFolder() {
    return session.flatMap(s -> s.view().chooseFolder());
  }

  @Override
  public List<Path> chooseFiles() {
    return session.map(s -> s.view().chooseFiles()).orElse(List.of());
  }

  @Override
  public Optional<Path> chooseWorkspace() {
    return session.flatMap(s -> s.view().chooseWorkspace());
  }

  @Override
  public Optional<Path> chooseNewWorkspace() {
    return session.flatMap(s -> s.view().chooseNewWorkspace());
  }

  @Override
  public Optional<Path> chooseExport(String name) {
    return session.flatMap(s -> s.view().chooseExport(name));
  }

  @Override
  public void copyText(String text) {
    session.ifPresent(s -> s.view().copyText(text));
  }

  @Override
  public Optional<Path> commandJournal() {
    return Optional.of(folders.commandJournal());
  }

  @Override
  public void reopen(Path workspace) {
    open(workspace, List.of());
  }

  @Override
  public void quit() {
    stage.ifPresent(shown ->
        settings.ifPresent(keeper ->
            keeper.change(now ->
                now.withWindow(
                    new Settings.WindowBounds(
                        shown.getX(),
                        shown.getY(),
                        shown.getWidth(),
                        shown.getHeight(),
                        shown.isMaximized())))));
    stage.ifPresent(Stage::close);
    session.ifPresent(Session::close);
    Platform.exit();
    closed.countDown();
  }
}
