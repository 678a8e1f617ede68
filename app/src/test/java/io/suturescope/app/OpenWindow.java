package io.suturescope.app;

import io.suturescope.app.screens.SettingsKeeper;
import io.suturescope.app.screens.Window;
import io.suturescope.app.screens.WindowClock;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.work.Background;
import io.suturescope.views.controls.Look;
import io.suturescope.views.pictures.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the headless platform: a real store, real files, a robot in front.
final class OpenWindow implements Window, AutoCloseable {

  static final Instant MORNING = Instant.parse("2026-11-21T08:30:00Z");

  final FxRobot robot = new FxRobot();
  final ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
  private final Path exports;
  private final IncidentStore store;
  private final Session session;
  private final Scene scene;

  OpenWindow(Path workspace) {
    exports = workspace.resolveSibling("exports");
    try {
      Stage stage = FxToolkit.registerPrimaryStage();
      WindowClock clock = new WindowClock(Clock.fixed(MORNING, ZoneOffset.UTC));
      if (!(IncidentStore.open(workspace, clock) instanceof Opening.Ready(IncidentStore opened))) {
        throw new AssertionError("refused: " + workspace);
      }
      store = opened;
      session =
          onFx(() -> {
            Look.install();
            Background background = new Background(Platform::runLater, broken::add);
            return new Session(
                store,
                background,
                clock,
                this,
                new SettingsKeeper(Optional.empty(), background),
                () -> Sample.unpack(workspace.resolveSibling("sample")));
          });
      scene =
          onFx(() -> {
            Scene made = new Scene(session.view().root(), 1280, 800);
            stage.setScene(made);
            stage.show();
            session.begin(List.of());
            return made;
          });
      settle();
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  IncidentStore store() {
    return store;
  }

  Scene scene() {
    return scene;
  }

  static <T> T onFx(Supplier<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, work::get);
  }

  /// Waits until nothing is read or imported any more.
  void settle() {
    await(() -> !onFx(session::busy));
    WaitForAsyncUtils.waitForFxEvents();
    await(() -> !onFx(session::busy));
    WaitForAsyncUtils.waitForFxEvents();
  }

  static void await(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
    } catch (TimeoutException e) {
      throw new AssertionError("still waiting", e);
    }
  }

  void drop(Path path) {
    onFx(() -> {
      Drops.dropFiles(scene.lookup(".window"), List.of(path.toFile()));
      return true;
    });
    settle();
  }

  void search(String query) {
    onFx(() -> {
      session.frame().querySubmitted(query);
      return true;
    });
    settle();
  }

  Session session() {
    return session;
  }

  /// Every text that can be seen.
  List<String> texts() {
    WaitForAsyncUtils.waitForFxEvents();
    return onFx(() ->
        robot.from(scene.getRoot()).lookup(OpenWindow::isSeen).queryAll().stream()
            .map(node -> ((Labeled) node).getText())
            .filter(text -> text != null && !text.isEmpty())
            .toList());
  }

  private static boolean isSeen(Node node) {
    boolean visible = node instanceof Labeled;
    for (Node each = node; each != null; each = each.getParent()) {
      visible &= each.isVisible();
    }
    return visible;
  }

  void picture(String name) {
    onFx(() -> {
      try {
        Snapshots.write(scene, Path.of("target", "pictures", name + ".png"));
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Override
  public void close() {
    onFx(() -> {
      session.close();
      return true;
    });
  }

  @Override
  public void focusQuery() {
    session.view().focusQuery();
  }

  @Override
  public void focusRows() {
    session.focusRows();
  }

  @Override
  public void openPalette() {
    session.view().openPalette();
  }

  @Override
  public void openKeyboardSheet() {
    session.view().openKeyboardSheet();
  }

  @Override
  public Optional<Path> chooseFolder() {
    return Optional.empty();
  }

  @Override
  public List<Path> chooseFiles() {
    return List.of();
  }

  @Override
  public Optional<Path> chooseWorkspace() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> chooseNewWorkspace() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> chooseExport(String name) {
    return Optional.of(exports.resolve(name));
  }

  @Override
  public void copyText(String text) {
    session.view().copyText(text);
  }

  @Override
  public Optional<Path> commandJournal() {
    return Optional.empty();
  }

  @Override
  public void reopen(Path workspace) {
    throw new AssertionError("nobody asked for another workspace");
  }

  @Override
  public void quit() {
    throw new AssertionError("nobody asked to quit");
  }
}
