package io.suturescope.app;

import io.suturescope.app.screens.SettingsKeeper;
import io.suturescope.app.screens.Window;
import io.suturescope.app.screens.WindowClock;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.work.Background;
import io.suturescope.views.controls.Look;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/// The real window while it imports: how long its tasks hold the UI thread, and how late an event
/// would be served.
public final class WindowUnderLoad {

  private static final int MOST = 4_000_000;

  private final long[] tasks = new long[MOST];
  private final long[] delays = new long[MOST];
  private int taskCount;
  private int delayCount;

  private WindowUnderLoad() {}

  /// Imports a project and says what was measured, as a Markdown table.
  public static String measure(Path project) throws Exception {
    return new WindowUnderLoad().run(project);
  }

  private String run(Path project) throws Exception {
    Path workspace = Files.createTempDirectory("ui-bench").resolve("w.suturescope");
    WindowClock clock = new WindowClock(Clock.systemUTC());
    IncidentStore store = ((Opening.Ready) IncidentStore.open(workspace, clock)).store();
    CountDownLatch ready = new CountDownLatch(1);
    Session[] session = new Session[1];
    Scene[] scene = new Scene[1];
    Platform.startup(() -> {
      Look.install();
      Background background = new Background(timed(), Throwable::printStackTrace);
      session[0] =
          new Session(
              store,
              background,
              clock,
              noWindow(),
              new SettingsKeeper(Optional.empty(), background),
              () -> project);
      scene[0] = new Scene(session[0].view().root(), 1280, 800);
      Stage stage = new Stage();
      stage.setScene(scene[0]);
      stage.show();
      session[0].begin(List.of());
      ready.countDown();
    });
    ready.await();
    Thread.sleep(3_000);
    taskCount = 0;
    long start = System.nanoTime();
    AtomicLong firstRows = new AtomicLong();
    LongAccumulator rows = new LongAccumulator(Long::max, 0);
    Platform.runLater(() -> session[0].frame().dropped(List.of(project)));
    boolean busy = true;
    for (long looks = 0; busy || looks < 200; looks++) {
      long asked = System.nanoTime();
      CountDownLatch served = new CountDownLatch(1);
      boolean[] still = new boolean[1];
      Platform.runLater(() -> {
        note(System.nanoTime() - asked);
        still[0] = session[0].busy();
        if (scene[0].lookup(".row-table .list-view") instanceof ListView<?> list) {
          rows.accumulate(list.getItems().size());
        }
        served.countDown();
      });
      served.await();
      busy = still[0];
      if (rows.get() > 0 && firstRows.get() == 0) {
        firstRows.set(System.nanoTime() - start);
      }
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return table(seconds, firstRows.get() / 1e9);
  }

  /// Our tasks on the UI thread, each with its time.
  private Executor timed() {
    return task ->
        Platform.runLater(() -> {
          long began = System.nanoTime();
          task.run();
          if (taskCount < MOST) {
            tasks[taskCount++] = System.nanoTime() - began;
          }
        });
  }

  private void note(long nanos) {
    if (delayCount < MOST) {
      delays[delayCount++] = nanos;
    }
  }

  private static Window noWindow() {
    return (Window)
        Proxy.newProxyInstance(
            WindowUnderLoad.class.getClassLoader(),
            new Class<?>[] {Window.class},
            (_, method, _) -> method.getReturnType() == Optional.class ? Optional.empty() : null);
  }

  private String table(double seconds, double firstRows) {
    return String.format(
        Locale.ROOT,
        """
        | in the window | measured | limit |
        |---|---|---|
        | drop to first rows, s | %.2f | 2 |
        | drop to done, s (wall) | %.1f | |
        | our tasks on the UI thread | %d | |
        | task, 99th percentile, ms | %.1f | 8 |
        | task, longest, ms | %.1f | 50 |
        | an event waits, 99th percentile, ms | %.1f | 100 |
        | an event waits, longest, ms | %.1f | |
        """,
        firstRows,
        seconds,
        taskCount,
        percentile(tasks, taskCount, 0.99),
        percentile(tasks, taskCount, 1),
        percentile(delays, delayCount, 0.99),
        percentile(delays, delayCount, 1));
  }

  private static double percentile(long[] nanos, int count, double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return count == 0 ? 0 : sorted[(int) Math.min(count - 1L, (long) (count * share))] / 1e6;
  }
}
