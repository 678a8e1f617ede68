package io.suturescope.app.examine;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.SignatureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every patch of every real store can be examined, and the sums are known.
class CorpusTest {

  @TempDir Path home;

  private static Map<String, Long> sums(
      List<Examination> all, Function<Examination, Stream<String>> by) {
    Map<String, Long> sums = new TreeMap<>();
    all.stream().flatMap(by).forEach(word -> sums.merge(word, 1L, Long::sum));
    return sums;
  }

  @Test
  void everyPatchOfEveryStoreIsExamined() throws IOException {
    List<Examination> all = new ArrayList<>();
    try (Stream<Path> stores = Files.list(Examined.corpus().resolve("stores"))) {
      for (Path store : (Iterable<Path>) stores.sorted()::iterator) {
        Path workspace = Files.createDirectory(home.resolve(store.getFileName().toString()));
        try (Examined examined = new Examined(workspace, Examined.NOW, store.resolve("project"))) {
          all.addAll(examined.all());
        }
      }
    }
    assertThat(sums(all, e -> Stream.of(e.original().word())))
        .isEqualTo(Map.of("orig_code", 19L, "pyc", 223L, "reconstructed", 25L, "none", 1L));
    assertThat(sums(all, e -> Stream.of(e.python().evidence().word() + " " + e.python().text())))
        .isEqualTo(
            Map.of(
                "incident 3.11", 139L,
                "incident 3.12", 61L,
                "incident 3.13", 46L,
                "bytes 3.11", 9L,
                "bytes 3.12", 5L,
                "bytes 3.13", 6L,
                "bytes 3.11 or 3.12", 2L));
    assertThat(sums(all, e -> Stream.of(e.trust().signature().word())))
        .isEqualTo(Map.of("valid", 265L, "no_metadata", 3L));
    assertThat(sums(all, e -> grave(e.trust()))).isEqualTo(Map.of("python-mismatch", 25L));
    assertThat(all).filteredOn(e -> e.right().isEmpty()).hasSize(1);
    assertThat(all).filteredOn(e -> e.source().isEmpty()).hasSize(22);
    assertThat(all)
        .filteredOn(e -> e.source().filter(s -> s.from() < s.to()).isPresent())
        .hasSize(246);
  }

  /// Its project travels as an archive.
  @Test
  void theHistoryOfThirtyDaysIsExaminedFromItsArchive() {
    Path zip = Examined.corpus().resolve("stores/history-30d-synthetic/project.zip");
    try (Examined examined = new Examined(home, Examined.NOW, zip)) {
      List<Examination> all = examined.all();
      assertThat(all).hasSize(34);
      assertThat(all)
          .filteredOn(e -> e.trust().signature() == SignatureState.VALID)
          .hasSize(26)
          .allMatch(e -> e.right().isPresent() && e.diff().isPresent());
    }
  }

  private static Stream<String> grave(Trust trust) {
    return trust.warnings().stream().filter(TrustWarning::grave).map(TrustWarning::code);
  }
}
