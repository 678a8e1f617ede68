package io.suturescope.app;

import io.suturescope.app.screens.Screen;
import io.suturescope.app.screens.SettingsKeeper;
import io.suturescope.app.screens.Window;
import io.suturescope.app.screens.WindowClock;
import io.suturescope.app.settings.UserFolders;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.work.Background;
import io.suturescope.views.alerts.AlertsState;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Look;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.pictures.Snapshots;
import io.suturescope.views.triage.TriageActions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Draws every screen of a workspace as PNG files, on the toolkit's headless platform.
final class Pictures {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final long LOOK_MILLIS = 50;
  private static final int CALM_LOOKS = 4;
  private static final int MARKED = 4;

  private final UserFolders folders;
  private final Clock clock;
  private final PrintWriter err;

  Pictures(UserFolders folders, Clock clock, OutputStream err) {
    this.folders = folders;
    this.clock = clock;
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /// @return exit code as in cli.md
  int draw(Path out, Path workspace) {
    WindowClock shown = new WindowClock(clock);
    return switch (IncidentStore.open(workspace, shown)) {
      case Opening.Refused refused -> {
        err.println(refused.sentence());
        yield 4;
      }
      case Opening.Ready(IncidentStore store) -> draw(out, store, shown);
    };
  }

  private int draw(Path out, IncidentStore store, WindowClock shown) {
    try {
      Files.createDirectories(out);
      Platform.startup(Look::install);
      Drawing drawing = onToolkit(() -> new Drawing(store, shown));
      // The screen of the last visit comes first, and would come over the first picture.
      waitUntilCalm(drawing);
      for (Subject subject : drawing.subjects()) {
        for (boolean dark : List.of(false, true)) {
          onToolkit(() -> drawing.turn(subject, dark));
          waitUntilCalm(drawing);
          Path png = out.resolve(subject.name() + (dark ? "-dark.png" : "-light.png"));
          onToolkit(() -> drawing.write(png));
        }
      }
      onToolkit(drawing::close);
      Platform.exit();
      return 0;
    } catch (IOException | ExecutionException e) {
      err.println("The pictures cannot be written: " + e.getMessage());
      return 3;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 5;
    }
  }

  private static <T> T onToolkit(Supplier<T> task) throws InterruptedException, ExecutionException {
    return CompletableFuture.supplyAsync(task, Platform::runLater).get();
  }

  private static void waitUntilCalm(Drawing drawing)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (int calm = 0; calm < CALM_LOOKS && System.nanoTime() < end; ) {
      Thread.sleep(LOOK_MILLIS);
      calm = onToolkit(drawing::busy) ? 0 : calm + 1;
    }
  }

  /// What is drawn.
  ///
  /// @param open brings it into the window, from the screen
  private record Subject(String name, Screen screen, Runnable open) {}

  /// The window that is drawn. On the toolkit's thread.
  private final class Drawing implements Window {
    private final Session session;
    private final Scene scene;

    Drawing(IncidentStore store, WindowClock shown) {
      Background background = new Background(Platform::runLater, cause -> err.println(cause));
      SettingsKeeper settings = new SettingsKeeper(Optional.empty(), background);
      this.session =
          new Session(
              store, background, shown, this, settings, () -> folders.data().resolve("sample"));
      this.scene = new Scene(session.view().root(), WIDTH, HEIGHT);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      session.begin(List.of());
    }

    /// Every screen, the tabs of a crash that are about its patch, and the page of a patch.
    List<Subject> subjects() {
      List<Subject> subjects = new ArrayList<>();
      for (Screen screen : Screen.values()) {
        subjects.add(new Subject(screen.id(), screen, () -> {}));
      }
      for (IncidentDetail.Tab tab : List.of(IncidentDetail.Tab.BYTECODE, IncidentDetail.Tab.FIX)) {
        subjects.add(
            new Subject(
                "crash-" + word(tab), Screen.INCIDENTS, () -> session.incidents().tabChosen(tab)));
      }
      for (PatchesMode mode : PatchesMode.values()) {
        subjects.add(
            new Subject(
                "patches-" + word(mode), Screen.PATCHES, () -> session.patches().modeChosen(mode)));
      }
      subjects.add(
          new Subject(
              "patches-day",
              Screen.PATCHES,
              () -> session.patches().dayPressed(LocalDate.now(clock))));
      for (PatchTabs.Tab tab : PatchTabs.Tab.values()) {
        subjects.add(
            new Subject(
                "patch-" + word(tab),
                Screen.PATCHES,
                () -> {
                  session.patches().rowOpened(0);
                  session.patches().tabChosen(tab);
                }));
      }
      subjects.addAll(decisions());
      return subjects;
    }

    /// What leaves something open, last.
    private List<Subject> decisions() {
      return List.of(
          new Subject(
              "alerts-dismissals",
              Screen.ALERTS,
              () -> session.alerts().segmentChosen(AlertsState.Segment.DISMISSALS)),
          new Subject(
              "incidents-marked",
              Screen.INCIDENTS,
              () -> session.incidents().rowMarked(MARKED, TriageActions.Marking.EXTEND)),
          new Subject(
              "incidents-dismiss",
              Screen.INCIDENTS,
              () -> session.incidents().dismissWanted(TriageActions.Hold.WEEK)));
    }

    private static String word(Enum<?> tab) {
      return tab.name().toLowerCase(Locale.ROOT);
    }

    boolean turn(Subject subject, boolean dark) {
      session.frame().themeChosen(dark ? FrameState.Theme.DARK : FrameState.Theme.LIGHT);
      session.frame().screenChosen(subject.screen().id());
      subject.open().run();
      return true;
    }

    boolean busy() {
      return session.busy();
    }

    Path write(Path png) {
      try {
        Snapshots.write(scene, png);
        return png;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    boolean close() {
      session.close();
      return true;
    }

    @Override
    public void focusQuery() {}

    @Override
    public void focusRows() {}

    @Override
    public void openPalette() {}

    @Override
    public void openKeyboardSheet() {}

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
      return Optional.empty();
    }

    @Override
    public void copyText(String text) {}

    @Override
    public Optional<Path> commandJournal() {
      return Optional.of(folders.commandJournal());
    }

    @Override
    public void reopen(Path workspace) {}

    @Override
    public void quit() {}
  }
}
