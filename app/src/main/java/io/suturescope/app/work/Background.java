package io.suturescope.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs work off the UI thread and brings its outcome back to it. With {@link FxPublisher} the only
/// class that starts threads.
///
/// All methods are called on the UI thread; `done` and `failed` are called on it. Work that was
/// superseded or cancelled calls neither.
public final class Background implements AutoCloseable {

  private final Executor ui;
  private final Consumer<Throwable> broken;
  private final Map<Lane, Worker> workers = new HashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("suturescope-ticks").factory());

  private boolean closed;

  /// @param ui runs a task on the UI thread, such as `Platform::runLater`
  /// @param broken told of failures that nobody expected, on the UI thread
  public Background(Executor ui, Consumer<Throwable> broken) {
    this.ui = ui;
    this.broken = broken;
  }

  /// Runs work in a lane; a failure goes to the edge.
  public <T> void run(Lane lane, Callable<T> work, Consumer<T> done) {
    run(lane, work, done, broken);
  }

  /// Runs work in a lane.
  public <T> void run(Lane lane, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    if (!closed) {
      workers.computeIfAbsent(lane, Worker::new).start(work, done, failed);
    }
  }

  /// Interrupts what runs in the lane and forgets what waits in it.
  public void cancel(Lane lane) {
    Worker worker = workers.get(lane);
    if (worker != null) {
      worker.cancelCurrent();
    }
  }

  /// True while work runs or waits in any lane.
  public boolean busy() {
    return workers.values().stream().anyMatch(Worker::isBusy);
  }

  /// True while work runs or waits in this lane.
  public boolean busy(Lane lane) {
    Worker worker = workers.get(lane);
    return worker != null && worker.isBusy();
  }

  /// A way for work to show how far it is: only the newest value reaches the receiver.
  public <T> FxPublisher<T> publisher(Consumer<T> receiver) {
    return new FxPublisher<>(ui, receiver);
  }

  /// Calls `task` on the UI thread again and again until {@link #close}.
  public void every(long millis, Runnable task) {
    var _ =
        ticks.scheduleWithFixedDelay(() -> ui.execute(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /// Stops everything: running work is interrupted and given five seconds to put things right. What
  /// is asked for afterwards is not done.
  @Override
  public void close() {
    closed = true;
    ticks.shutdownNow();
    workers.values().forEach(worker -> worker.threads.shutdownNow());
    for (Worker worker : workers.values()) {
      try {
        if (!worker.threads.awaitTermination(5, TimeUnit.SECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private final class Worker {
    private final Lane lane;
    private final ExecutorService threads;
    private final List<Future<?>> pending = new ArrayList<>();
    private long generation;

    Worker(Lane lane) {
      this.lane = lane;
      this.threads =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("suturescope-" + lane.name()).factory());
    }

    <T> void start(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
      if (lane.order() == Lane.Order.NEWEST_WINS) {
        cancelCurrent();
      }
      long mine = generation;
      pending.removeIf(Future::isDone);
      pending.add(
          threads.submit(() -> {
            try {
              T result = work.call();
              ui.execute(() -> ifCurrent(mine, () -> done.accept(result)));
            } catch (CancellationException | InterruptedException e) {
              // Superseded: whoever did it has already shown something newer.
            } catch (Exception | LinkageError e) {
              ui.execute(() -> ifCurrent(mine, () -> failed.accept(e)));
            }
          }));
    }

    boolean isBusy() {
      return pending.stream().anyMatch(task -> !task.isDone());
    }

    void cancelCurrent() {
      generation++;
      pending.forEach(task -> task.cancel(true));
      pending.clear();
    }

    private void ifCurrent(long mine, Runnable task) {
      if (mine == generation && !closed) {
        task.run();
      }
    }
  }
}
