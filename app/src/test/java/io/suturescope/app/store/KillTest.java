package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a real process in the middle of its work.
class KillTest {

  @TempDir Path folder;

  @Test
  void aKilledImportLeavesWholeImportsOnly() throws Exception {
    killAndLook(folder.resolve("w.db"), 1_500);
  }

  @Test
  @Tag("full")
  void aKillAtAnyMomentLeavesWholeImportsOnly() throws Exception {
    Path file = folder.resolve("w.db");
    for (int i = 0; i < 15; i++) {
      killAndLook(file, 300 + i * 170L);
    }
  }

  private void killAndLook(Path file, long millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    try (IncidentStore store = Workshop.open(file)) {
      look(store);
      store.sweep();
      look(store);
    }
  }

  /// Each source has all of its lines, and counts agree with rows.
  private static void look(IncidentStore store) {
    Reading reading = store.reading();
    long lines = 0;
    for (SourceRow source : reading.sources()) {
      SourceReport report = reading.source(source.id()).orElseThrow().report();
      assertThat(report.lines().accepted()).isEqualTo(9_000);
      lines += report.incidents().crashes();
    }
    long crashes = reading.counts(IncidentQuery.ALL).total();
    assertThat(crashes).isLessThanOrEqualTo(lines);
    assertThat(
            reading.rowIds(
                IncidentQuery.ALL, OptionalLong.empty(), RowOrder.NEWEST_FIRST, 10_000_000))
        .hasSize(Math.toIntExact(crashes));
  }
}
