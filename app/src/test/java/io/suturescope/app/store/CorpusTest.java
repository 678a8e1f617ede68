package io.suturescope.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Real stores, imported: the numbers must be those that CodeSuture itself printed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {

  private static final Pattern METRIC =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\": (\\d+)", Pattern.DOTALL);
  private static final Pattern TAKEN = Pattern.compile("\"expected_taken_at\": \"([^\"]+)\"");

  private List<Path> stores = List.of();

  @BeforeAll
  void findCorpus() throws IOException {
    String named =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .orElse("../../shared/corpus");
    Path folder = Path.of(named, "stores");
    Assumptions.assumeTrue(Files.isDirectory(folder), "the corpus is not here");
    try (Stream<Path> all = Files.list(folder)) {
      stores = all.filter(s -> Files.isDirectory(s.resolve("project"))).sorted().toList();
    }
  }

  private static SourceReport add(IncidentStore store, Path project) {
    SourceTree.Opened opened = SourceTree.open(project);
    try (SourceTree tree = ((SourceTree.Opened.Tree) opened).tree();
        ImportSession session = store.importSession(Workshop.source(project.toString()))) {
      CodeSutureImporter.read(tree, session);
      return session.finish();
    }
  }

  private static IncidentStore open(Path file, Path corpusStore) throws IOException {
    Matcher taken = TAKEN.matcher(Files.readString(corpusStore.resolve("STORE.json")));
    Instant now = taken.find() ? Instant.parse(taken.group(1)) : Incidents.NOW;
    return ((Opening.Ready) IncidentStore.open(file, Clock.fixed(now, ZoneOffset.UTC))).store();
  }

  @Test
  void metricsAreThoseOfCodeSuture(@TempDir Path folder) throws IOException {
    for (Path each : stores) {
      Path expected = each.resolve("expected/metrics.json");
      if (!Files.exists(expected)) {
        continue;
      }
      Map<String, Long> printed = new TreeMap<>();
      Matcher metric = METRIC.matcher(Files.readString(expected));
      while (metric.find()) {
        printed.put(metric.group(1).replace("\\\"", "\""), Long.parseLong(metric.group(2)));
      }
      try (IncidentStore store = open(folder.resolve(each.getFileName() + ".db"), each)) {
        add(store, each.resolve("project"));
        assertThat(store.reading().metrics(OptionalLong.empty()).values())
            .as(each.getFileName().toString())
            .containsExactlyInAnyOrderEntriesOf(printed);
      }
    }
  }

  @Test
  void aSecondImportOfARealStoreChangesNothing(@TempDir Path folder) throws IOException {
    for (Path each : stores) {
      try (IncidentStore store = open(folder.resolve(each.getFileName() + ".db"), each)) {
        SourceReport first = add(store, each.resolve("project"));
        String before = Workshop.dump(store);
        SourceReport second = add(store, each.resolve("project"));
        String name = each.getFileName().toString();
        assertThat(Workshop.dump(store)).as(name).isEqualTo(before);
        assertThat(second.incidents().fresh()).as(name).isZero();
        assertThat(second.severity()).as(name).isEqualTo(first.severity());
        assertThat(second.problems()).as(name).isEqualTo(first.problems());
        assertThat(second.warnings()).as(name).isEqualTo(first.warnings());
        assertThat(first.incidents().crashes())
            .as(name)
            .isEqualTo(store.reading().counts(IncidentQuery.ALL).total());
      }
    }
  }

  /// Functions are counted once, and no entry is lost or counted twice.
  @Test
  void everyEntryIsALayerOfTheOnePatchOfItsFunction(@TempDir Path folder) throws IOException {
    for (Path each : stores) {
      String name = each.getFileName().toString();
      try (IncidentStore store = open(folder.resolve(name + ".db"), each)) {
        SourceReport report = add(store, each.resolve("project"));
        List<PatchRow> patches = store.reading().patches(IncidentQuery.ALL);
        assertThat(patches)
            .as(name)
            .extracting(p -> p.module() + ":" + p.function())
            .doesNotHaveDuplicates();
        Map<String, Long> states = new TreeMap<>();
        for (PatchRow patch : patches) {
          patch.entries().forEach(e -> states.merge(e.recordedState(), 1L, Long::sum));
        }
        assertThat(states).as(name).isEqualTo(report.lifecycleStates());
        for (String state : states.keySet()) {
          assertThat(store.reading().patches(Workshop.query("state:" + state)))
              .as(name + " " + state)
              .allMatch(p -> p.entries().stream().anyMatch(e -> e.recordedState().equals(state)))
              .hasSizeLessThanOrEqualTo(states.get(state).intValue());
        }
        assertThat(patches)
            .as(name)
            .filteredOn(p -> p.file().isPresent())
            .hasSize(
                (int) Math.max(report.patches().codeFiles(), report.patches().metadataFiles()));
        assertThat(patches).as(name).allMatch(p -> p.lostLayers().isEmpty());
      }
    }
  }

  @Test
  void theShadowStoreCountsAsDocumented(@TempDir Path folder) throws IOException {
    Path each =
        stores.stream()
            .filter(s -> s.endsWith("shop-py311-shadow-rewind"))
            .findFirst()
            .orElseThrow();
    try (IncidentStore store = open(folder.resolve("w.db"), each)) {
      SourceReport report = add(store, each.resolve("project"));
      assertThat(report.incidents()).isEqualTo(new SourceReport.Incidents(56, 33, 23, 0, 33, 0));
      assertThat(report.severity())
          .isEqualTo(Map.of("CRITICAL", 6L, "HIGH", 12L, "MEDIUM", 34L, "LOW", 4L));
      assertThat(report.patches()).isEqualTo(new SourceReport.Patches(25, 0, 25));
      assertThat(report.signature()).containsEntry("valid", 25L);
      assertThat(report.lifecycleStates()).isEqualTo(Map.of("suggested", 25L));
      assertThat(
              List.of(
                  report.alerts(),
                  report.rewinds(),
                  report.fingerprints(),
                  report.learnedRules(),
                  report.eventLogLines(),
                  report.digests()))
          .containsExactly(11L, 27L, 29L, 0L, 33L, 0L);
      assertThat(store.reading().patches(IncidentQuery.ALL)).hasSize(25);
      assertThat(store.reading().counts(Workshop.query("verdict:justified")).total()).isPositive();
    }
  }
}
