package io.suturescope.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {

  private final ExecutorService ui = Executors.newSingleThreadExecutor();
  private final LinkedBlockingQueue<Object> shown = new LinkedBlockingQueue<>();
  private final Background background = new Background(ui, shown::add);

  @AfterEach
  void close() {
    background.close();
    ui.shutdownNow();
  }

  private void onUi(Runnable task) throws InterruptedException, ExecutionException {
    ui.submit(task).get();
  }

  @Test
  void newerWorkInterruptsOlderAndOnlyItsResultIsShown() throws Exception {
    Lane lane = Lane.newestWins("query");
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    onUi(() ->
        background.run(
            lane,
            () -> {
              started.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return "old";
            },
            shown::add));
    started.await();
    onUi(() -> background.run(lane, () -> "new", shown::add));
    interrupted.await();
    assertThat(shown.take()).isEqualTo("new");
    onUi(() -> {});
    assertThat(shown).isEmpty();
  }

  @Test
  void workInOrderLosesNothing() throws Exception {
    Lane lane = Lane.oneAfterAnother("import");
    onUi(() -> {
      background.run(lane, () -> 1, shown::add);
      background.run(lane, () -> 2, shown::add);
      background.run(lane, () -> 3, shown::add);
    });
    assertThat(List.of(shown.take(), shown.take(), shown.take())).containsExactly(1, 2, 3);
  }

  @Test
  void cancellingALaneForgetsWhatWaitsInIt() throws Exception {
    Lane lane = Lane.oneAfterAnother("import");
    CountDownLatch started = new CountDownLatch(1);
    onUi(() -> {
      background.run(
          lane,
          () -> {
            started.countDown();
            Thread.sleep(60_000);
            return "first";
          },
          shown::add);
      background.run(lane, () -> "waiting", shown::add);
    });
    started.await();
    onUi(() -> background.cancel(lane));
    onUi(() -> background.run(lane, () -> "later", shown::add));
    assertThat(shown.take()).isEqualTo("later");
  }

  @Test
  void aFailureReachesTheEdgeOnTheUiThread() throws Exception {
    IllegalStateException failure = new IllegalStateException("disk gone");
    onUi(() ->
        background.run(
            Lane.newestWins("query"),
            () -> {
              throw failure;
            },
            shown::add));
    assertThat(shown.take()).isSameAs(failure);
  }

  @Test
  void onlyTheNewestProgressWaitsOnTheUiThread() throws Exception {
    ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    CountDownLatch busy = new CountDownLatch(1);
    ui.execute(() -> {
      try {
        busy.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    FxPublisher<Integer> publisher = new FxPublisher<>(ui, seen::add);
    for (int i = 0; i < 1000; i++) {
      publisher.publish(i);
    }
    busy.countDown();
    ui.submit(() -> {}).get(10, TimeUnit.SECONDS);
    assertThat(seen).containsExactly(999);
  }
}
