package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCommandTest {

  private static final String SHOP_NOW = "2026-11-20T23:04:51.380820Z";
  private static final String API_NOW = "2026-11-20T23:04:15.864897Z";

  @TempDir Path home;

  private String shop = "";

  @BeforeEach
  void importShop() throws IOException {
    shop = imported("shop", Fixtures.copy(Fixtures.of("shop/project"), home.resolve("shop")));
  }

  private String imported(String name, Path... projects) {
    String workspace = home.resolve(name + ".suturescope").toString();
    for (Path project : projects) {
      Ran.in(home, "--workspace", workspace, "import", project.toString());
    }
    return workspace;
  }

  private Ran digest(String workspace, String now, String... args) {
    List<String> all = new ArrayList<>(List.of("--workspace", workspace, "--now", now, "digest"));
    all.addAll(List.of(args));
    return Ran.in(home, all.toArray(String[]::new));
  }

  private static String golden(String name) throws IOException {
    return Files.readString(Fixtures.of("").resolve("../golden/digest").resolve(name));
  }

  @Test
  void styleCodesutureIsItsOwnBytes() throws IOException {
    String api = imported("api", Fixtures.of("api"));
    String[] daily = {"--style", "codesuture"};
    String[] weekly = {"--style", "codesuture", "--week", "2026-11-20"};
    assertThat(digest(shop, SHOP_NOW, daily).out()).isEqualTo(golden("codesuture-shop-daily.md"));
    assertThat(digest(shop, SHOP_NOW, weekly).out()).isEqualTo(golden("codesuture-shop-weekly.md"));
    assertThat(digest(api, API_NOW, daily).out()).isEqualTo(golden("codesuture-api-daily.md"));
    assertThat(digest(api, API_NOW, weekly).out()).isEqualTo(golden("codesuture-api-weekly.md"));
  }

  @Test
  void outIsWhatExportWritesOneNewlineFewer() throws IOException {
    Path out = home.resolve("digest.md");
    Ran ran = digest(shop, SHOP_NOW, "--style", "codesuture", "--out", out.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(out) + "\n").isEqualTo(golden("codesuture-shop-daily.md"));
  }

  @Test
  void ourOwnStyleIsTheGoldenFile() throws IOException {
    Fixtures.golden("digest-shop.md", digest(shop, SHOP_NOW).out());
    Fixtures.golden(
        "digest-shop-week.txt",
        digest(shop, SHOP_NOW, "--week", "2026-11-21", "--flavour", "plain").out());
  }

  @Test
  void verdictsThatARunPrintedAreCountedWithTheirQueries() throws IOException {
    Path project = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("printed/shop"));
    Fixtures.copy(Fixtures.of("run-logs/shop-py313.log"), project.resolve("run.log"));
    String text = digest(imported("printed", project), SHOP_NOW).out();
    assertThat(text)
        .containsPattern("\\*\\*Patches with the verdict divergent:\\*\\* 1\\[")
        .contains("The original returned None, the patched code returned {}.")
        .containsPattern("\\*\\*Patches with the verdict unnecessary:\\*\\* 1\\[")
        .contains("'verdict:divergent'", "'verdict:unnecessary'");
  }

  @Test
  void outHoldsWhatWouldBePrinted() throws IOException {
    Path out = home.resolve("digest.html");
    Ran ran = digest(shop, SHOP_NOW, "--format", "html", "--out", out.toString());
    assertThat(ran.code()).isZero();
    assertThat(Files.readString(out)).isEqualTo(digest(shop, SHOP_NOW, "--format", "html").out());
  }

  @Test
  void anEmptyDayIsDone() {
    Ran ran = digest(shop, SHOP_NOW, "--day", "2026-11-01");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("No crash was recorded in this period");
    Ran theirs = digest(shop, SHOP_NOW, "--day", "2026-11-21", "--style", "codesuture");
    assertThat(theirs.code()).isZero();
    assertThat(theirs.out())
        .isEqualTo(
            "# CodeSuture Daily Incident Report — 2026-11-21\n\n"
                + "No incidents recorded during this period.\n\n");
  }

  /// Everything happened before midnight in UTC, which is past midnight in Vienna.
  @Test
  void daysAreThoseOfTheZone() {
    Ran before = digest(shop, SHOP_NOW, "--zone", "Europe/Vienna", "--day", "2026-11-20");
    Ran after = digest(shop, SHOP_NOW, "--zone", "Europe/Vienna");
    assertThat(before.out()).contains("No crash was recorded");
    assertThat(after.out())
        .contains("# Daily digest — 2026-11-21 (Europe/Vienna)")
        .contains("--zone Europe/Vienna 'since:2026-11-21 until:2026-11-21'")
        .contains("files that CodeSuture does not read for this period");
  }

  @Test
  void styleCodesutureSaysThatItIsInUtc() throws IOException {
    Ran ran = digest(shop, SHOP_NOW, "--zone", "Asia/Tokyo", "--style", "codesuture");
    assertThat(ran.out()).isEqualTo(golden("codesuture-shop-daily.md"));
    assertThat(ran.err()).isEqualTo("Style codesuture is in UTC; --zone is not used.\n");
  }

  @Test
  void ofSeveralSourcesStyleCodesutureNeedsOne() throws IOException {
    String both =
        imported(
            "both", home.resolve("shop"), Fixtures.copy(Fixtures.of("api"), home.resolve("api")));
    Ran unnamed = digest(both, SHOP_NOW, "--style", "codesuture");
    assertThat(unnamed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unnamed.err()).contains("Name one source with --source.", "api", "shop");
    Ran unknown = digest(both, SHOP_NOW, "--source", "nothing");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("There is no source nothing.");
    assertThat(digest(both, SHOP_NOW, "--style", "codesuture", "--source", "shop").out())
        .isEqualTo(golden("codesuture-shop-daily.md"));
    assertThat(digest(both, SHOP_NOW, "--source", "api").out())
        .contains("of the source `api`")
        .contains("source:api");
  }

  @Test
  void wrongUsageIsSaid() {
    for (String[] wrong :
        List.of(
            new String[] {"--day", "2026-11-20", "--week", "2026-11-20"},
            new String[] {"--day", "yesterday"},
            new String[] {"--style", "codesuture", "--flavour", "jira"},
            new String[] {"--format", "html", "--flavour", "slack"},
            new String[] {"--json"})) {
      assertThat(digest(shop, SHOP_NOW, wrong).code()).isEqualTo(ExitCode.USAGE);
    }
  }

  /// A line without a time gets the moment of reading there, a foreign severity is dropped, and a
  /// recorded text is cut as text.
  @Test
  void oddLinesCountAsCodeSutureReadsThem() throws IOException {
    Path project = home.resolve("odd");
    Path log = project.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(
        log,
        """
        {"function": "undated", "severity": "LOW", "status": "patched", "default_value": {"a": [1.0, null, "it's"]}}
        {"function": "foreign", "severity": "FATAL", "status": "patched", "timestamp": "2026-11-20T01:00:00+00:00"}
        {"function": "naive", "severity": "LOW", "status": "patched", "timestamp": "2026-11-20T02:00:00"}
        {"function": "zulu", "severity": "HIGH", "status": "fixed", "timestamp": "2026-11-20T03:00:00Z", "default_value": {"a": [1.0, null, "it's"]}}
        {"function": "east", "severity": "LOW", "status": "patched", "timestamp": "2026-11-20T04:00:00+05:30"}
        {"function": "late", "severity": "LOW", "status": "patched", "timestamp": "2026-11-21T00:00:00+00:00"}
        {"function": "early", "severity": "LOW", "status": "patched", "timestamp": "2026-11-01T05:00:00+00:00"}
        {"function": "early", "severity": "LOW", "status": "patched", "timestamp": "2026-11-01T05:00:00+00:00"}
        """);
    String odd = imported("odd", project);
    assertThat(digest(odd, "2026-11-20T12:34:56Z", "--style", "codesuture").out())
        .contains("- **Total incidents:** 6\n")
        .contains("| 12:34:56 | LOW | undated() |")
        .contains("| 2026-11-20T02:00:00 | LOW | naive() |")
        .contains("| 03:00:00 | HIGH | zulu() |")
        .contains("default `{'a': [1.0, None, \"it's\"]}`")
        .contains("| 04:00:00 | LOW | east() |")
        .doesNotContain("foreign()")
        .doesNotContain("late()");
    assertThat(digest(odd, "2026-11-20T12:34:56Z").out())
        .contains("**3 crashes, 6 lines.**")
        .contains("**+1** in CodeSuture's number: 1 line that repeated another line")
        .contains("**+1** in CodeSuture's number: 1 line that came without a usable time")
        .contains("**−1** in CodeSuture's number: 1 line that came with a severity or status");
    Ran json = Ran.in(home, "--workspace", odd, "incidents", "fn:naive", "--json");
    assertThat(json.out()).contains("\"timestamp\":\"2026-11-20T02:00:00+00:00\"");
  }
}
