package io.suturescope.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, SIGINT (or SIGTERM) stops the work of the opening thread instead of killing
/// it: the work rolls back, and the process ends with {@link ExitCode#CANCELLED}.
///
/// The JVM tells a signal only by running shutdown hooks, which is why there is a thread here.
final class CancelOnSignal implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cancel, "cancel on signal");
  private volatile Runnable stop = () -> {};
  private volatile int exitCode = ExitCode.CANCELLED;

  private CancelOnSignal() {}

  static CancelOnSignal engage() {
    CancelOnSignal signal = new CancelOnSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /// What to do besides interrupting the thread.
  void onSignal(Runnable how) {
    stop = how;
  }

  /// The work came to its end, perhaps in spite of a signal.
  void ended(int code) {
    exitCode = code;
  }

  private void cancel() {
    stop.run();
    worker.interrupt();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        exitCode = ExitCode.CANCELLED;
      }
    } catch (InterruptedException e) {
      worker.interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook runs already, and waits for this.
    }
    ended.countDown();
  }
}
