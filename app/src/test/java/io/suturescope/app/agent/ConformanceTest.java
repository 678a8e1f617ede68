package io.suturescope.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The signing vectors of control-protocol.md 6.6.
class ConformanceTest {

  private static byte[] vectors() throws IOException {
    return Files.readAllBytes(Path.of("..", "agents", "contract", "control-vectors.json"));
  }

  private static List<Conformance.Result> run(byte[] file) {
    List<Conformance.Result> results = new ArrayList<>();
    assertThat(Conformance.run(file, results::add)).isTrue();
    return results;
  }

  @Test
  void everyVectorComesOutAsItShould() throws IOException {
    List<Conformance.Result> results = run(vectors());
    assertThat(results).hasSize(50);
    assertThat(results).allSatisfy(result -> assertThat(result.asExpected()).isTrue());
    assertThat(results.stream().filter(result -> result.reason().isEmpty())).hasSize(10);
  }

  @Test
  void outcomesAreComputedAndNotCopied() throws IOException {
    String text = new String(vectors(), StandardCharsets.UTF_8);
    String turned =
        text.replace("\"reject\"", "\"accept\"").replaceAll("\"reason\": \"[a-z-]+\"", "\"x\": 1");
    assertThat(
            run(turned.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Conformance.Result::reason)
                .toList())
        .isEqualTo(run(vectors()).stream().map(Conformance.Result::reason).toList());
  }

  @Test
  void anyOtherFileIsNoSetOfVectors() {
    for (String other : List.of("", "[]", "{}", "{\"format\":1}", "{\"a\":1,\"a\":2}", "\u0000")) {
      assertThat(Conformance.run(other.getBytes(StandardCharsets.UTF_8), _ -> {})).isFalse();
    }
  }
}
