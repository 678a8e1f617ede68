package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The verdicts in every text that a run of the corpus printed.
class RunLogCorpusTest {

  @Test
  void onlyShadowRunsPrintVerdicts() throws IOException {
    Path stores = Drop.corpus().resolve("stores");
    Map<String, String> counts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(stores, 3)) {
      List<Path> logs =
          all.filter(p -> p.getParent().endsWith("expected"))
              .filter(p -> p.getFileName().toString().matches("run-\\d+\\.log"))
              .toList();
      assertThat(logs).hasSizeGreaterThan(20);
      for (Path log : logs) {
        for (Recorded got : Drop.all(log, Map.of())) {
          assertThat(got.problems).as(log.toString()).isEmpty();
          if (!got.verdicts.isEmpty()) {
            counts.put(stores.relativize(log).getName(0).toString(), counts(got));
          }
        }
      }
    }
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "shop-py311-shadow-rewind", "23 justified, 2 unnecessary, 2 divergent, 2 silent",
                "shop-py312-shadow-rewind", "15 justified, 1 unnecessary, 1 divergent, 1 silent",
                "shop-py313-shadow-rewind", "13 justified, 1 unnecessary, 1 divergent, 1 silent"));
  }

  private static String counts(Recorded got) {
    return "%d justified, %d unnecessary, %d divergent, %d silent"
        .formatted(
            count(got, VerdictKind.JUSTIFIED),
            count(got, VerdictKind.UNNECESSARY),
            count(got, VerdictKind.DIVERGENT),
            count(got, VerdictKind.NOT_RUN));
  }

  private static long count(Recorded got, VerdictKind kind) {
    return got.verdicts.stream().filter(v -> v.kind() == kind).mapToLong(v -> v.count()).sum();
  }
}
