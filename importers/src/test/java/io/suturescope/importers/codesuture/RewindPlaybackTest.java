package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import io.suturescope.model.rewind.RewindTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RewindPlaybackTest {

  /// Invented.
  private static final String DUMP =
      """
      {"function": "f", "timestamp": "2026-11-18T10:15:00+00:00",
       "crash_info": {"exception_type": "KeyError", "exception_message": "password='hunter2'"},
       "timeline": [{"timestamp": 1.5, "event": "exception", "function": "f", "module": "m", "lineno": 3,
         "locals": {"token": "'hunter2'", "a": "[1, 2]", "env": "environ({'LANG': 'C', 'HOME': '/ho..."},
         "return_value": null, "exception": "ValueError: password='hunter2'"}]}\
      """;

  private static Rewind masked(String json) {
    return RewindPlayback.masked(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void valuesAreShownAndSecretsMasked() {
    Rewind rewind = masked(DUMP);
    assertThat(rewind.exceptionMessage()).isEqualTo("password='•••'");
    assertThat(rewind.events().getFirst().exception()).isEqualTo("ValueError: password='•••'");
    assertThat(rewind.events().getFirst().locals())
        .containsExactly(
            new MaskedVariable("token", "'•••'"),
            new MaskedVariable("a", "[1, 2]"),
            new MaskedVariable("env", "environ({'LANG': 'C', 'HOME': '•••"));
  }

  @Test
  void whoAsksSeesWhatWasRecorded() {
    Rewind rewind = RewindPlayback.revealed(DUMP.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertThat(rewind.exceptionMessage()).isEqualTo("password='hunter2'");
    assertThat(rewind.events().getFirst().locals().getFirst())
        .isEqualTo(new MaskedVariable("token", "'hunter2'"));
  }

  @Test
  void whatIsNoRewindGivesNone() {
    for (String text : List.of("", "[]", "{\"a\": ", "3")) {
      assertThat(RewindPlayback.masked(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Property
  void anyBytesGiveARewindOrNone(@ForAll byte[] bytes) {
    assertThat(RewindPlayback.masked(bytes)).isNotNull();
  }

  @Test
  void everyRecordedRewindCanBePlayedAndShowsNoEnvironment() throws IOException {
    Optional<Path> corpus = corpus();
    assumeThat(corpus).as("the corpus is beside the project").isPresent();
    int played = 0;
    for (Path dump : dumps(corpus.get())) {
      Rewind rewind = RewindPlayback.masked(Files.readAllBytes(dump)).orElseThrow();
      RewindTrace trace = RewindTrace.of(rewind);
      assertThat(trace.crashStep().orElseThrow().event().event()).isEqualTo("exception");
      assertThat(trace.crashStep().orElseThrow().seconds()).hasValue(0);
      assertThat(rewind.toString())
          .doesNotContain("'HOME': '/", "'PATH': '/", "/usr/loc", "/opt/lib'");
      played++;
    }
    assertThat(played).isGreaterThan(100);
  }

  private static List<Path> dumps(Path corpus) throws IOException {
    try (Stream<Path> files = Files.walk(corpus.resolve("stores"))) {
      return files
          .filter(file -> file.getParent().getFileName().toString().equals(".codesuture_rewind"))
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .toList();
    }
  }

  private static Optional<Path> corpus() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("suturescope.corpus")),
            Optional.ofNullable(System.getenv("SUTURESCOPE_CORPUS")),
            Optional.of("../../shared/corpus"))
        .flatMap(Optional::stream)
        .map(Path::of)
        .filter(path -> Files.isDirectory(path.resolve("stores")))
        .findFirst();
  }
}
