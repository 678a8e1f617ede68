package io.suturescope.app.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings a stream of values to the UI thread, of which only the newest matters: progress. However
/// fast values come, at most one task waits on the UI thread.
public final class FxPublisher<T> {

  private final Executor ui;
  private final Consumer<T> receiver;
  private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

  FxPublisher(Executor ui, Consumer<T> receiver) {
    this.ui = ui;
    this.receiver = receiver;
  }

  /// Publishes a value; called from any thread.
  public void publish(T value) {
    if (newest.getAndSet(value) == null) {
      ui.execute(this::deliver);
    }
  }

  private void deliver() {
    T value = newest.getAndSet(null);
    if (value != null) {
      receiver.accept(value);
    }
  }
}
