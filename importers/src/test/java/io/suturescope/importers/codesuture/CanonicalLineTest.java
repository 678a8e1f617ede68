package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.incident.Incident;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The fast way and the full way of reading a line say the same.
class CanonicalLineTest {

  private static final List<String> LINES =
      Fixtures.lines("shop-py311-shadow-rewind/.codesuture_incidents/incidents_2026-11-20.jsonl");

  @Test
  void everyLineOfARealLogIsReadTheFastWay() {
    assertThat(LINES).hasSize(56).allSatisfy(line -> assertThat(fast(bytes(line))).isPresent());
  }

  @Test
  void bothWaysSayTheSameOfARealLog() {
    assertThat(LINES).allSatisfy(line -> assertSame(bytes(line)));
  }

  @Test
  void filledFieldsThatAreUsuallyEmptyAreKeptAsRecorded() {
    String line =
        LINES
            .getFirst()
            .replace("\"default_rationale\": \"\"", "\"default_rationale\": \"b\\u00e9\"")
            .replace("\"bytecode_diff\": {}", "\"bytecode_diff\": {\"added\": 6}")
            .replace("\"related_incidents\": []", "\"related_incidents\": [\"0a\", \"0b\"]");
    Incident incident = fast(bytes(line)).orElseThrow();
    assertThat(incident.asRecorded())
        .containsEntry("default_rationale", "\"b\\u00e9\"")
        .containsEntry("bytecode_diff", "{\"added\": 6}")
        .containsEntry("related_incidents", "[\"0a\", \"0b\"]");
    assertSame(bytes(line));
  }

  @Property(tries = 4000)
  void bothWaysSayTheSameOfDamagedLines(@ForAll("damagedLines") byte[] line) {
    assertSame(line);
  }

  @Provide
  Arbitrary<byte[]> damagedLines() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\"", "\\", "\\u00e9", "\\ud83d", "\\n", "\\x", "0", "-", ".", "e", "1", "9", ",", " ",
            "null", "true", "[", "]", "{", "}", ": ", "é", "\u0000", "\t", "a");
    return Combinators.combine(
            Arbitraries.of(LINES),
            Arbitraries.integers().between(0, 100_000),
            Arbitraries.integers().between(0, 3),
            pieces)
        .as((line, place, cut, piece) -> {
          int at = place % line.length();
          String tail = line.substring(Math.min(line.length(), at + cut));
          return bytes(line.substring(0, at) + piece + tail);
        });
  }

  private static void assertSame(byte[] line) {
    Optional<Incident> fast = fast(line);
    if (fast.isPresent()) {
      assertThat(new IncidentLine().readAny(line, 0, line.length))
          .isEqualTo(new IncidentLine.Result.Good(fast.get(), List.of()));
    }
  }

  private static Optional<Incident> fast(byte[] line) {
    return new CanonicalLine().read(line, 0, line.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
