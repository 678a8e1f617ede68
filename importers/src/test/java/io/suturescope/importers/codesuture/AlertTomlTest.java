package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.alert.AlertToml;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// What is exported as `.codesuture.toml` is read as the same configuration.
class AlertTomlTest {

  private static AlertConfig read(String toml) {
    try {
      Path folder = Files.createTempDirectory("toml");
      Files.createDirectories(folder.resolve(".codesuture_incidents"));
      Files.writeString(folder.resolve(".codesuture.toml"), toml);
      try {
        Recorded got = Drop.on(folder);
        assertThat(got.reasons()).noneMatch(reason -> reason.contains("not TOML"));
        return got.configs.getFirst();
      } finally {
        Files.delete(folder.resolve(".codesuture.toml"));
        Files.delete(folder.resolve(".codesuture_incidents"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("CRITICAL", "HIGH", "raw", "slack", "a\"b\\c", "line\nbreak\t\u007f", "é 合"),
        Arbitraries.strings().ascii().ofMaxLength(20));
  }

  @Provide
  Arbitrary<Map<String, List<String>>> routings() {
    Arbitrary<List<String>> channels =
        Arbitraries.of("file", "webhook", "digest", "pager \"x\"").list().ofMaxSize(3);
    Arbitrary<String> severities =
        Arbitraries.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "NO SUCH", "A.B");
    return Arbitraries.maps(severities, channels).ofMaxSize(6);
  }

  @Provide
  Arbitrary<AlertConfig> configs() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    Arbitrary<Integer> counts = Arbitraries.integers().between(1, Integer.MAX_VALUE);
    Arbitrary<List<Boolean>> three = flags.list().ofSize(3);
    Arbitrary<List<Integer>> two = counts.list().ofSize(2);
    Arbitrary<List<String>> four = Arbitraries.lazyOf(this::texts).list().ofSize(4);
    return Combinators.combine(three, two, four, routings())
        .as((flag, count, text, routing) ->
            new AlertConfig(
                flag.get(0),
                flag.get(1),
                text.get(0),
                flag.get(2),
                "https://hooks.example.invalid/•••",
                text.get(1),
                List.of(text.get(2), "X-Team"),
                routing,
                count.get(0),
                count.get(1),
                text.get(3)));
  }

  @Property(tries = 200)
  void readBackItIsTheSameButForTheSecrets(
      @ForAll("configs") AlertConfig config, @ForAll("texts") String word) {
    List<String> words = new ArrayList<>(SeverityRules.CODESUTURE.sensitiveWords());
    words.add(word);
    String toml = AlertToml.of(config, SeverityRules.CODESUTURE.withWords(words));
    assertThat(read(toml)).isEqualTo(AlertToml.readBack(config));
    assertThat(toml.lines().filter(line -> line.contains("•••")))
        .singleElement()
        .asString()
        .startsWith("# ");
  }

  @Test
  void whatTheFormHasInItIsWhatIsRead() {
    AlertRouting routing =
        AlertRouting.CODESUTURE
            .with(Severity.LOW, io.suturescope.model.alert.AlertChannel.FILE, true)
            .withEscalation(3, 1, "HIGH")
            .withSwitches(true, false, true);
    String toml = AlertToml.of(routing.into(AlertConfig.CODESUTURE), SeverityRules.CODESUTURE);
    assertThat(AlertRouting.of(read(toml))).isEqualTo(routing);
    Map<String, List<String>> routes = new LinkedHashMap<>(read(toml).routing());
    assertThat(routes).containsEntry("LOW", List.of("file", "digest"));
    assertThat(toml)
        .isEqualTo(
            """
            # Alerts of CodeSuture 1.1.0, which reads this file from the project folder.
            [alerts]
            enabled = true

            [alerts.file]
            enabled = false
            directory = ".codesuture_incidents/alerts"

            [alerts.webhook]
            enabled = true
            format = "raw"
            # Without an address nothing is sent:
            # url = "https://..."

            [alerts.routing]
            # "digest" sends nothing: the crash stands in the digest in any case.
            CRITICAL = ["file", "webhook"]
            HIGH = ["file"]
            MEDIUM = ["digest"]
            LOW = ["file", "digest"]

            [alerts.escalation]
            repeat_threshold = 3
            repeat_window_hours = 1
            escalate_to = "HIGH"

            # Severity rules: CodeSuture's own.
            """);
  }
}
