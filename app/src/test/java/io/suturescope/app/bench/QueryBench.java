package io.suturescope.app.bench;

import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.ImportSession;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.RowOrder;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.timeline.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The queries behind the screens: first run on a fresh connection, and the median of 15 runs after
/// the second one and a pause.
final class QueryBench {

  private static final int RUNS = 15;

  private final Path file;

  private QueryBench(Path file) {
    this.file = file;
  }

  static void run(Path file) {
    QueryBench bench = new QueryBench(file);
    bench.reopen();
    bench.all();
  }

  private interface Ask {
    Object of(Reading reading);
  }

  private void reopen() {
    long start = System.nanoTime();
    try (IncidentStore store = StoreBench.open(file)) {
      histogram(store.reading(), IncidentQuery.ALL);
      StoreBench.line("reopen to the first histogram, s", (System.nanoTime() - start) / 1e9, "1");
    }
  }

  private static Object histogram(Reading reading, IncidentQuery query) {
    TimeRange extent = reading.extent(query).orElseThrow();
    Instant start = extent.start().truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    return reading.timeline(query, new TimeRange(start, extent.end()), Duration.ofHours(1));
  }

  private void all() {
    ask("histogram by hour, all", "5", r -> histogram(r, IncidentQuery.ALL));
    ask("histogram by hour, severity:>=high", "5", r -> histogram(r, query("severity:>=high")));
    ask("histogram by hour, fn:get*", "5", r -> histogram(r, query("fn:get*")));
    ask("counts, all", "5", r -> r.counts(IncidentQuery.ALL));
    ask("counts, since:2d", "5", r -> r.counts(query("since:2d")));
    ask("counts, guard:null_guard", "5", r -> r.counts(query("guard:null_guard")));
    for (GroupOrder order : GroupOrder.values()) {
      ask("group ids, all, " + order, "5", r -> r.groupIds(IncidentQuery.ALL, order));
    }
    ask("group ids, since:7d", "5", r -> r.groupIds(query("since:7d"), GroupOrder.SEVERITY));
    ask("group page of 50 with sparklines", "5", r -> groups(r, IncidentQuery.ALL));
    ask("group page of 50, since:7d", "5", r -> groups(r, query("since:7d")));
    ask("rows, first page of 100", "5", r -> page(r, ""));
    ask("rows of the largest group", "5", QueryBench::largest);
    ask("rows, severity:critical", "5", r -> page(r, "severity:critical"));
    ask("rows, fn:get*", "300", r -> page(r, "fn:get*"));
    ask("rows, python:3.12", "300", r -> page(r, "python:3.12"));
    ask("rows, python:2.7 (none)", "300", r -> page(r, "python:2.7"));
    ask("rows, hour:02-03", "300", r -> page(r, "hour:02-03"));
    ask("rows, rare phrase", "300", r -> page(r, "\"quasar lattice underflow\""));
    ask("rows, common phrase", "300", r -> page(r, "\"object has no attribute\""));
    ask("count of a rare phrase", "25", r -> r.counts(query("\"quasar lattice underflow\"")));
    ask("count of a common phrase", "25", r -> r.counts(query("\"object has no attribute\"")));
    ask("count, python:3.12", "300", r -> r.counts(query("python:3.12")));
    ask("count, status:patched", "5", r -> r.counts(query("status:patched")));
    ask("incidents of an id", "5", r -> r.incidents("0123456789ab"));
    ask("patches", "300", r -> r.patches(IncidentQuery.ALL));
    ask("history for what if", "1000", r -> r.crashes(r.sources().getFirst().id()));
    cancelledCount();
    cancelledImport();
  }

  private static Object groups(Reading reading, IncidentQuery query) {
    long[] ids = reading.groupIds(query, GroupOrder.CRASHES);
    return reading.groups(Arrays.copyOf(ids, 50), query, reading.extent(IncidentQuery.ALL), 30);
  }

  private static Object page(Reading reading, String text) {
    return reading.page(
        query(text), OptionalLong.empty(), RowOrder.NEWEST_FIRST, Optional.empty(), 100);
  }

  private static Object largest(Reading reading) {
    long group = reading.groupIds(IncidentQuery.ALL, GroupOrder.CRASHES)[0];
    return reading.page(
        IncidentQuery.ALL, OptionalLong.of(group), RowOrder.NEWEST_FIRST, Optional.empty(), 100);
  }

  private static IncidentQuery query(String text) {
    return switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) -> query;
      case QueryParse.Wrong wrong -> throw new IllegalArgumentException(wrong.toString());
    };
  }

  private void ask(String what, String limit, Ask ask) {
    try (IncidentStore store = StoreBench.open(file)) {
      Reading reading = store.reading();
      double first = millis(ask, reading);
      millis(ask, reading);
      store.sweep(); // as the window does in the background
      double[] runs = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        runs[i] = millis(ask, reading);
      }
      Arrays.sort(runs);
      StoreBench.line(
          what + ", ms",
          runs[RUNS / 2],
          limit + String.format(Locale.ROOT, " (first run %.1f)", first));
    }
  }

  private static double millis(Ask ask, Reading reading) {
    long start = System.nanoTime();
    ask.of(reading);
    return (System.nanoTime() - start) / 1e6;
  }

  private void cancelledCount() {
    try (IncidentStore store = StoreBench.open(file)) {
      Thread asking =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (int i = 0; i < 100; i++) {
                    store.reading().counts(query("python:3.12 -fn:x"));
                  }
                } catch (java.util.concurrent.CancellationException expected) {
                  return;
                }
              });
      StoreBench.line("cancel of a running count, ms", stop(asking), "500");
    }
  }

  private void cancelledImport() {
    try (IncidentStore store = StoreBench.open(file)) {
      Thread importing = Thread.ofPlatform().start(() -> endlessImport(store));
      StoreBench.line("cancel of a running import, ms", stop(importing), "500");
      long start = System.nanoTime();
      store.sweep();
      StoreBench.line("sweep after it, s", (System.nanoTime() - start) / 1e9, "");
    }
  }

  private static double stop(Thread thread) {
    try {
      Thread.sleep(2_000);
      long start = System.nanoTime();
      thread.interrupt();
      thread.join();
      return (System.nanoTime() - start) / 1e6;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void endlessImport(IncidentStore store) {
    SourceIdentity source =
        new SourceIdentity("endless", "endless", "codesuture", SourceIdentity.Kind.FOLDER);
    try (ImportSession session = store.importSession(source)) {
      session.begin("incidents.jsonl", io.suturescope.importers.ImportSink.Mode.REPLACE);
      IncidentGenerator generator = new IncidentGenerator(Long.MAX_VALUE);
      for (long i = 0; ; i++) {
        session.incident(
            generator.incident(i),
            new io.suturescope.model.origin.Place("incidents.jsonl", i + 1, i * 1000, 999),
            i * 0x9e3779b97f4a7c15L);
      }
    } catch (java.util.concurrent.CancellationException expected) {
      return;
    }
  }
}
