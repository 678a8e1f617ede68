package io.suturescope.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.model.query.IncidentQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJobTest {

  private static final int MANY = 60_000;

  @TempDir Path folder;

  private IncidentStore store;

  @BeforeEach
  void opensAWorkspace() {
    Path file = folder.resolve("w.suturescope");
    store = ((Opening.Ready) IncidentStore.open(file, Clock.systemUTC())).store();
  }

  @AfterEach
  void closesIt() {
    assertThat(Thread.interrupted()).as("a flag left behind").isFalse();
    store.close();
  }

  private Path log(int lines) throws IOException {
    Path log = folder.resolve("incidents_2026-11-19.jsonl");
    String real = realLine();
    String tail = real.substring(real.indexOf(", \"timestamp\""));
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      for (int i = 0; i < lines; i++) {
        out.write("{\"incident_id\": \"%012x\"".formatted(i) + tail + "\n");
      }
    }
    return log;
  }

  private static String realLine() throws IOException {
    String name = "/fixtures/api/.codesuture_incidents/incidents_2026-11-20.jsonl";
    try (InputStream in = Objects.requireNonNull(ImportJobTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElseThrow();
    }
  }

  private long crashes() {
    return store.reading().counts(IncidentQuery.ALL).total();
  }

  @Test
  void whatIsNamedHasOneOutcomeEachInOrder() throws IOException {
    Path log = log(3);
    Path missing = folder.resolve("missing");
    List<ImportOutcome> outcomes = new ImportJob(store).run(List.of(missing, log), step -> {});
    assertThat(outcomes).extracting(ImportOutcome::named).containsExactly(missing, log);
    assertThat(outcomes.get(0)).isInstanceOf(ImportOutcome.Refused.class);
    assertThat(outcomes.get(1)).isInstanceOf(ImportOutcome.Imported.class);
    assertThat(crashes()).isEqualTo(3);
  }

  @Test
  void progressOnlyGrowsAndSaysWhatCanBeSeen() throws IOException {
    List<ImportStep> steps = new ArrayList<>();
    new ImportJob(store).run(List.of(log(MANY)), steps::add);
    assertThat(steps).isNotEmpty();
    assertThat(steps).extracting(step -> step.progress().bytesRead()).isSorted();
    assertThat(steps.getFirst().source()).endsWith("incidents_2026-11-19.jsonl");
  }

  @Test
  void cancellingInTheMiddleLeavesTheWorkspaceAsItWas() throws IOException {
    ImportJob job = new ImportJob(store);
    Path log = log(MANY);
    List<ImportOutcome> outcomes = job.run(List.of(log, log), step -> job.cancel());
    assertThat(outcomes)
        .containsExactly(new ImportOutcome.Cancelled(log), new ImportOutcome.Cancelled(log));
    assertThat(crashes()).isZero();
    assertThat(new ImportJob(store).run(List.of(log), step -> {}).getFirst())
        .isInstanceOf(ImportOutcome.Imported.class);
    assertThat(crashes()).isEqualTo(MANY);
  }

  @Test
  void anInterruptIsACancellationAndStaysVisible() throws IOException {
    Path log = log(MANY);
    List<ImportOutcome> outcomes =
        new ImportJob(store).run(List.of(log), step -> Thread.currentThread().interrupt());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes).containsExactly(new ImportOutcome.Cancelled(log));
    assertThat(crashes()).isZero();
  }

  @Test
  void aJobThatWasCancelledBeforeDoesNothing() throws IOException {
    ImportJob job = new ImportJob(store);
    job.cancel();
    assertThat(job.run(List.of(log(3)), step -> {}).getFirst())
        .isInstanceOf(ImportOutcome.Cancelled.class);
  }
}
