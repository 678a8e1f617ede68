package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingCommandsTest {

  @TempDir static Path home;

  @BeforeAll
  static void importsTheShop() {
    assertThat(Ran.in(home, "import", Fixtures.of("shop/project").toString()).code()).isZero();
  }

  private static Ran run(String line) {
    String now = "--now=2026-11-20T23:04:51.380820+00:00";
    String[] words = (now + " " + line).split(" ");
    return Ran.in(home, words);
  }

  private static void isGolden(String line, String file) throws IOException {
    Ran ran = run(line);
    assertThat(ran.code()).as(ran.err()).isZero();
    String source = Fixtures.of("shop/project").toRealPath().toString();
    Fixtures.golden(file, ran.out().replace(source, "SOURCE"));
  }

  @ParameterizedTest
  @CsvSource({
    "incidents, incidents.txt",
    "incidents severity:>=high --json, incidents-high.json",
    "incidents --format csv, incidents.csv",
    "incidents --format markdown --zone Asia/Kolkata, incidents.md",
    "incidents is:copy --limit 3, incidents-copies.txt",
    "patches, patches.txt",
    "patches signature:valid fn:un* --json, patches.json",
    "patches --format csv --limit 5, patches.csv",
    "patches guard:null_guard --format markdown, patches.md",
    "timeline --bucket hour --json, timeline-hour.json",
    "timeline --bucket day --json --zone Asia/Kolkata, timeline-day.json",
    "timeline since:2026-11-20T20:00:00Z until:2026-11-21T01:00:00Z, timeline.txt",
    "metrics --format openmetrics, metrics.om"
  })
  void printsWhatTheGoldenFileSays(String line, String file) throws IOException {
    isGolden(line, file);
  }

  @Test
  void verdictsAreInTheTableWhereItIsWideEnough() {
    for (int width : List.of(80, 200)) {
      Map<String, String> terminal =
          Map.of(
              "XDG_DATA_HOME", home.resolve("data").toString(), "COLUMNS", Integer.toString(width));
      List<String> lines = Ran.with(terminal, home, "patches").out().lines().toList();
      assertThat(lines).isNotEmpty().allMatch(line -> line.length() <= width);
      assertThat(lines.getFirst().contains("VERDICT")).isEqualTo(width == 200);
      assertThat(lines.getFirst()).contains("SUGGESTION");
    }
  }

  @Test
  void metricsEqualThoseOfCodeSuture() throws IOException {
    assertThat(run("metrics").out())
        .isEqualTo(Files.readString(Fixtures.of("shop/expected/metrics.prom")));
    assertThat(run("metrics --json").out().lines().sorted())
        .isEqualTo(sorted(Files.readString(Fixtures.of("shop/expected/metrics.json"))));
  }

  private static java.util.List<String> sorted(String text) {
    return text.lines().sorted().toList();
  }

  @Test
  void negatedTermsAreNoOptions() {
    assertThat(run("incidents -severity:high -guard:key_guard --json").out())
        .isNotEmpty()
        .doesNotContain("\"severity\":\"HIGH\"")
        .doesNotContain("\"guard_type\":\"key_guard\"");
    assertThat(run("incidents --json -hour:00-23").code()).isZero();
  }

  @Test
  void aLimitIsKept() {
    assertThat(run("incidents --json --limit 3").out().lines()).hasSize(3);
    assertThat(run("incidents --json --limit 0").out()).isEmpty();
  }

  @Test
  void nothingThatMatchesIsSaidAside() {
    Ran ran = run("incidents fn:no_such_function");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("No incident matches.\n");
    assertThat(run("-q incidents fn:no_such_function").err()).isEmpty();
  }

  @Test
  void emptyBucketsAreCounted() {
    String out = run("timeline --json since:2026-11-20T00:00:00Z until:2026-11-21T00:00:00Z").out();
    assertThat(out.split("\"start\"")).hasSize(25);
  }

  @Test
  void aRangeWithTooManyBucketsIsRefusedInASentence() {
    Ran ran = run("timeline since:0001-01-01T00:00:00Z");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("more than 1,000,000");
  }

  @Test
  void optionsMayStandBehindTheCommand() {
    String workspace = home.resolve("data/suturescope/default.suturescope").toString();
    Ran ran = Ran.in(home, "incidents", "--json", "--workspace", workspace, "-q");
    assertThat(ran.out().lines()).hasSize(14);
  }
}
