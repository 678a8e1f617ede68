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
    Map<String, Map<String, Long>> table = new TreeMap<>();
    table.put("original", sums(all, e -> Stream.of(e.original().word())));
    table.put(
        "python",
        sums(all, e -> Stream.of(e.python().evidence().word() + " " + e.python().text())));
    table.put(
        "fix", sums(all, e -> Stream.of(e.fix().map(f -> f.label().word()).orElse("none at all"))));
    table.put("signature", sums(all, e -> Stream.of(e.trust().signature().word())));
    table.put("warning", sums(all, e -> e.trust().warnings().stream().map(TrustWarning::code)));
    table.put("unreadable", sums(all, e -> Stream.of(e.unreadable())));
    table.put(
        "left",
        sums(all, e -> e.left().stream().map(s -> s.note().replaceAll("line \\d+", "line N"))));
    table.put("right", sums(all, e -> e.right().stream().map(CodeSide::note)));
    table.put(
        "source",
        sums(
            all,
            e ->
                Stream.of(
                    e.source()
                        .map(s -> (s.from() < s.to() ? "part: " : "line: ") + s.note())
                        .orElse("none"))));
    table.forEach((name, sums) -> System.out.println(name + " " + sums));
    assertThat(all).hasSizeGreaterThan(250);
    assertThat(table.get("signature").get(SignatureState.INVALID.word())).isNull();
  }
}
