package io.suturescope.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.life.Anomaly;
import io.suturescope.model.life.Anomaly.Kind;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeReadingTest {

  private static final Path SHOP = Path.of("src/test/resources/fixtures/shop/project");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;
  private Path project = Path.of("");

  @BeforeEach
  void copyTheShop() throws IOException {
    project = home.resolve("project");
    try (Stream<Path> all = Files.walk(SHOP)) {
      for (Path each : all.toList()) {
        Path target = project.resolve(SHOP.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  private IncidentStore open() {
    return ((Opening.Ready) IncidentStore.open(home.resolve("w.suturescope"), CLOCK)).store();
  }

  private void read(IncidentStore store) {
    new ImportJob(store).run(List.of(project), _ -> {});
  }

  private static Map<Kind, Long> kinds(IncidentStore store) {
    List<PatchRow> all = store.reading().patches(IncidentQuery.ALL);
    LifeReading lives = LifeReading.of(store.reading(), all);
    return all.stream()
        .flatMap(patch -> lives.anomalies(patch).stream())
        .collect(Collectors.groupingBy(Anomaly::kind, TreeMap::new, Collectors.counting()));
  }

  @Test
  void aCleanProjectHasNone() {
    try (IncidentStore store = open()) {
      read(store);
      assertThat(kinds(store)).isEmpty();
    }
  }

  @Test
  void aCodeFileThatVanishesIsMissed() throws IOException {
    try (IncidentStore store = open()) {
      read(store);
      Files.delete(project.resolve(".codesuture_store/shop.pricing.tax.code"));
      read(store);
      assertThat(kinds(store)).containsOnly(Map.entry(Kind.ENTRY_WITHOUT_FILE, 1L));
    }
  }

  @Test
  void entriesThatVanishFromALifecycleThatIsStillThereAreLost() throws IOException {
    try (IncidentStore store = open()) {
      read(store);
      long entries =
          store.reading().patches(IncidentQuery.ALL).stream()
              .mapToLong(patch -> patch.entries().size())
              .sum();
      Path lifecycle = project.resolve(".codesuture_incidents/lifecycle.json");
      Files.writeString(lifecycle, "{}");
      read(store);
      assertThat(kinds(store)).containsOnly(Map.entry(Kind.ENTRY_LOST, entries));
      Files.delete(lifecycle);
      read(store);
      assertThat(kinds(store)).as("who removes all of it has decided to").isEmpty();
    }
  }

  @Test
  void aPatchTellsItsHistory() {
    try (IncidentStore store = open()) {
      read(store);
      for (PatchRow patch : store.reading().patches(IncidentQuery.ALL)) {
        assertThat(LifeReading.history(patch).steps())
            .hasSize(patch.entries().stream().mapToInt(e -> e.transitions().size()).sum())
            .allMatch(step -> step.dwell().isPresent());
      }
    }
  }
}
