package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.query.IncidentQuery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a real process in the middle of its work.
class KillTest {

  @TempDir Path folder;

  @Test
  void anImportKilledInItsMiddleLeavesWholeImportsOnly() throws Exception {
    Path file = folder.resolve("w.db");
    try (OtherProcess importing = OtherProcess.start(KilledImport.class, file.toString(), "2")) {
      assertThat(importing.line("in the middle")).doesNotEndWith(" 0");
      importing.kill();
    }
    assertThat(hiddenFrom(file)).isLessThan(Long.MAX_VALUE);
    openAndLook(file, 2);
  }

  /// Where the rows of an import that did not finish begin.
  private static long hiddenFrom(Path file) throws SQLException {
    try (Db db = Db.reader(file)) {
      return db.number("SELECT hidden_from FROM state").orElseThrow();
    }
  }

  @Test
  @Tag("full")
  void aKillAtAnyMomentLeavesWholeImportsOnly() throws Exception {
    Path file = folder.resolve("w.db");
    for (int i = 0; i < 15; i++) {
      try (OtherProcess importing = OtherProcess.start(KilledImport.class, file.toString())) {
        importing.process().waitFor(300 + i * 170L, TimeUnit.MILLISECONDS);
        importing.kill();
      }
      openAndLook(file, -1);
    }
  }

  private static void openAndLook(Path file, int sources) {
    try (IncidentStore store = Workshop.open(file)) {
      look(store);
      store.sweep();
      look(store);
      if (sources >= 0) {
        assertThat(store.reading().sources()).hasSize(sources);
      }
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
