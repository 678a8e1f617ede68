package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every store of the corpus through the command line gives the numbers of counts.json and of
/// `codesuture metrics`.
class CorpusTest {

  @TempDir Path home;

  static Path corpus() {
    String named =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .orElse("../../shared/corpus");
    Path corpus = Path.of(named);
    Assumptions.assumeTrue(
        Files.isDirectory(corpus.resolve("stores")), "no corpus beside the project's checkout");
    return corpus;
  }

  @TestFactory
  Stream<DynamicTest> everyStoreGivesExactlyItsNumbers() throws IOException {
    Path corpus = corpus();
    Map<?, ?> counts = (Map<?, ?>) Json.read(corpus.resolve("counts.json"));
    Map<?, ?> stores = (Map<?, ?>) counts.get("stores");
    return stores.entrySet().stream()
        .map(store ->
            DynamicTest.dynamicTest(
                (String) store.getKey(),
                () ->
                    check(
                        corpus.resolve("stores").resolve((String) store.getKey()),
                        (Map<?, ?>) store.getValue())));
  }

  private void check(Path store, Map<?, ?> counts) throws IOException {
    Path project = store.resolve("project");
    boolean folder = Files.isDirectory(project);
    SortedMap<String, List<Long>> before = folder ? Fixtures.state(project) : new TreeMap<>();
    String workspace = home.resolve(store.getFileName() + ".suturescope").toString();
    String source = (folder ? project : store.resolve("project.zip")).toString();
    Ran ran = Ran.in(home, "--workspace", workspace, "import", source, "--json");
    Map<?, ?> report = (Map<?, ?>) Json.parse(ran.out());
    boolean empty = ran.code() == ExitCode.INPUT;
    assertThat(empty).isEqualTo(ran.out().contains("\"sources\":[]"));
    if (!empty) {
      numbers((Map<?, ?>) ((List<?>) report.get("sources")).getFirst(), counts);
    } else {
      assertThat(counts.get("incidents")).isEqualTo(0L);
    }
    metrics(store, workspace);
    if (folder) {
      assertThat(Fixtures.state(project)).isEqualTo(before);
    }
  }

  private static void numbers(Map<?, ?> source, Map<?, ?> counts) {
    Map<?, ?> lines = (Map<?, ?>) source.get("lines");
    Map<?, ?> incidents = (Map<?, ?>) source.get("incidents");
    long total = (Long) counts.get("incidents");
    long copies = (Long) counts.get("shadow_verified");
    assertThat(lines.get("accepted")).isEqualTo(total);
    assertThat(lines.get("problems")).isEqualTo(counts.get("bad_lines"));
    assertThat(incidents.get("lines")).isEqualTo(total);
    assertThat(incidents.get("verification_copies")).isEqualTo(copies);
    assertThat(incidents.get("crashes")).isEqualTo(total - copies);
    assertThat(incidents.get("new")).isEqualTo(total - copies);
    for (String same : List.of("severity", "status", "guard", "python")) {
      assertThat(source.get(same)).as(same).isEqualTo(counts.get(same));
    }
    Map<?, ?> patches = (Map<?, ?>) source.get("patches");
    assertThat(patches.get("code_files")).isEqualTo(counts.get("code"));
    assertThat(patches.get("original_code_files")).isEqualTo(counts.get("orig_code"));
    long readable = (Long) counts.get("metadata_good");
    long torn = ((List<?>) counts.get("metadata_bad")).size();
    assertThat(patches.get("metadata_files")).isEqualTo(readable + torn);
    Map<?, ?> signature = (Map<?, ?>) source.get("signature");
    assertThat(signature.get("valid")).isEqualTo(counts.get("hmac_good"));
    assertThat(signature.get("invalid")).isEqualTo(counts.get("hmac_bad"));
    Map<?, ?> lifecycle = (Map<?, ?>) source.get("lifecycle");
    assertThat(lifecycle.get("entries")).isEqualTo(counts.get("lifecycle_entries"));
    assertThat(lifecycle.get("state")).isEqualTo(counts.get("lifecycle"));
    for (String same : List.of("alerts", "rewinds", "event_log_lines", "digests")) {
      assertThat(source.get(same)).as(same).isEqualTo(counts.get(same));
    }
    if (counts.get("fingerprints") instanceof Long known) {
      assertThat(source.get("fingerprints")).isEqualTo(known);
    }
  }

  private void metrics(Path store, String workspace) throws IOException {
    Map<?, ?> about = (Map<?, ?>) Json.read(store.resolve("STORE.json"));
    String now = (String) about.get("expected_taken_at");
    String[] args = {"--workspace", workspace, "--now", now, "metrics"};
    Ran prometheus = Ran.in(home, args);
    assertThat(prometheus.out())
        .isEqualTo(Files.readString(store.resolve("expected/metrics.prom")));
    Ran json =
        Ran.in(home, Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new));
    assertThat(Json.parse(json.out())).isEqualTo(Json.read(store.resolve("expected/metrics.json")));
  }
}
