package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.SignatureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every store of the corpus gives exactly the numbers that were counted beside it.
class CorpusStoresTest {

  @TestFactory
  Stream<DynamicTest> everyStoreGivesItsCounts() throws IOException {
    Path corpus = Drop.corpus();
    Json.Obj stores = (Json.Obj) json(corpus.resolve("counts.json")).get("stores").orElseThrow();
    return stores.members().entrySet().stream()
        .map(store ->
            DynamicTest.dynamicTest(
                store.getKey(), () -> check(corpus, store.getKey(), (Json.Obj) store.getValue())));
  }

  private static Json.Obj json(Path file) throws IOException {
    return (Json.Obj)
        ((JsonDocument.Parsed.Good) JsonDocument.parse(Files.readAllBytes(file))).root();
  }

  private static void check(Path corpus, String name, Json.Obj expected) {
    Path folder = corpus.resolve("stores").resolve(name);
    Path project =
        Files.exists(folder.resolve("project.zip"))
            ? folder.resolve("project.zip")
            : folder.resolve("project");
    List<Recorded> all = Drop.all(project, Map.of());
    Recorded got = all.isEmpty() ? new Recorded() : all.getFirst();
    assertThat(all).hasSizeLessThan(2);
    Map<String, Object> counts = new TreeMap<>();
    counts.put("incidents", got.incidents.size());
    counts.put("bad_lines", (int) got.lines.problems());
    counts.put("severity", Recorded.counts(got.incidents, i -> i.severity().name()));
    counts.put("status", Recorded.counts(got.incidents, i -> i.status().word()));
    counts.put("guard", Recorded.counts(got.incidents, Incident::guardType));
    counts.put("python", Recorded.counts(got.incidents, Incident::pythonVersion));
    counts.put(
        "shadow_verified", (int) got.incidents.stream().filter(Incident::shadowVerified).count());
    counts.put("lifecycle", Recorded.counts(got.lifecycle, LifecycleEntry::recordedState));
    counts.put("code", count(got, PatchFile::codeFile));
    counts.put("orig_code", count(got, PatchFile::originalCodeFile));
    counts.put("metadata_good", count(got, p -> p.metadata().isPresent()));
    counts.put("hmac_good", count(got, p -> p.signature() == SignatureState.VALID));
    counts.put("hmac_bad", count(got, p -> p.signature() == SignatureState.INVALID));
    counts.put("alerts", got.alerts.size());
    counts.put("alert_severity", Recorded.counts(got.alerts, a -> a.severity().name()));
    counts.put("digests", got.digests.size());
    counts.put("rewinds", got.rewinds.size());
    counts.put("event_log_lines", got.events.size());
    counts.put("event_actions", Recorded.counts(got.events, e -> e.action()));
    counts.forEach((field, value) -> assertThat(value).as(field).isEqualTo(plain(expected, field)));
    assertThat(got.fingerprints).hasSize(number(expected, "fingerprints"));
    assertThat(got.rules).hasSize(number(expected, "learned_rules"));
    checkProblems(got, expected, name);
  }

  private static void checkProblems(Recorded got, Json.Obj expected, String name) {
    List<String> bad =
        ((Json.Arr) expected.get("metadata_bad").orElseThrow())
            .items().stream().map(item -> ((Json.Text) item).value()).toList();
    assertThat(got.of(ImportProblem.Weight.PROBLEM)).as(name).hasSameSizeAs(bad);
    assertThat(got.lines.total())
        .isEqualTo(got.lines.accepted() + got.lines.blank() + got.lines.problems());
    assertThat(got.of(ImportProblem.Weight.WARNING))
        .allSatisfy(problem -> assertThat(problem.reason()).doesNotEndWith(".").isNotEmpty());
  }

  private static int count(Recorded got, java.util.function.Predicate<PatchFile> test) {
    return (int) got.patches.stream().filter(test).count();
  }

  private static int number(Json.Obj expected, String field) {
    return expected.get(field).orElse(null) instanceof Json.Num number
        ? number.whole().orElseThrow()
        : 0;
  }

  private static Object plain(Json.Obj expected, String field) {
    return switch (expected.get(field).orElseThrow()) {
      case Json.Num number -> number.whole().orElseThrow();
      case Json.Obj object -> {
        Map<String, Integer> counts = new TreeMap<>();
        object
            .members()
            .forEach((key, value) -> counts.put(key, ((Json.Num) value).whole().orElseThrow()));
        yield counts;
      }
      case Json other -> other.raw().text();
    };
  }
}
