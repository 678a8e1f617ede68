package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Style codesuture is what CodeSuture itself printed for every store of the corpus, byte for byte.
class DigestCorpusTest {

  @TempDir Path home;

  private static Path stores() {
    String named =
        Optional.ofNullable(System.getProperty("suturescope.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")))
            .orElse("../../shared/corpus");
    Path stores = Path.of(named).resolve("stores");
    Assumptions.assumeTrue(Files.isDirectory(stores), "no corpus beside the project's checkout");
    return stores;
  }

  @TestFactory
  List<DynamicTest> everyStoreGivesCodeSuturesOwnBytes() throws IOException {
    try (Stream<Path> all = Files.list(stores())) {
      return all.sorted()
          .map(store -> DynamicTest.dynamicTest(store.getFileName().toString(), () -> check(store)))
          .toList();
    }
  }

  private void check(Path store) throws IOException {
    Path folder = store.resolve("project");
    Path project = Files.isDirectory(folder) ? folder : store.resolve("project.zip");
    String workspace = home.resolve(store.getFileName() + ".suturescope").toString();
    Ran.in(home, "--workspace", workspace, "import", project.toString());
    Map<?, ?> about = (Map<?, ?>) Json.read(store.resolve("STORE.json"));
    String now = (String) about.get("expected_taken_at");
    List<String> args =
        new ArrayList<>(
            List.of("--workspace", workspace, "--now", now, "digest", "--style", "codesuture"));
    compare(args, store.resolve("expected/digest-daily.md"));
    args.addAll(List.of("--week", now.substring(0, 10)));
    compare(args, store.resolve("expected/digest-weekly.md"));
  }

  private void compare(List<String> args, Path expected) throws IOException {
    Ran ran = Ran.in(home, args.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
    assertThat(ran.out()).isEqualTo(Files.readString(expected));
  }
}
