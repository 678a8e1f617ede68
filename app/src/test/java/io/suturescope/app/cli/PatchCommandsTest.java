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

/// `explain` and `diff` on the patches of a real shop.
class PatchCommandsTest {

  private static final String DIVISION = "shop.pricing:unit_price:division_guard";

  @TempDir static Path home;
  private static Path shop;

  @BeforeAll
  static void importsTheShop() throws IOException {
    shop = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("shop"));
    assertThat(Ran.in(home, "import", shop.toString()).code()).isZero();
  }

  private static Ran run(String line) {
    return Ran.in(home, ("--now=2026-11-21T09:00:00Z " + line).split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "explain shop.pricing:unit_price:division_guard, explain-division.txt",
    "explain shop.pricing:unit_price:division_guard --json, explain-division.json",
    "explain shop.models:Order.totals, explain-return.txt",
    "diff shop.pricing:unit_price, diff-division.txt",
    "diff shop.pricing:unit_price --json, diff-division.json",
    "diff shop.pricing:unit_price --of source, diff-source.txt",
    "diff shop.pricing:unit_price --of fix, diff-fix.txt",
    "diff shop.pricing:unit_price --of fix --json, diff-fix.json",
    "postmortem d396a4853044, postmortem.md"
  })
  void printsWhatTheGoldenFileSays(String line, String file) throws IOException {
    Ran ran = run(line);
    assertThat(ran.code()).as(ran.err()).isZero();
    Fixtures.golden(file, ran.out().replace(shop.toRealPath().toString(), "SOURCE"));
  }

  @Test
  void everyPatchCanBeExplainedAndComparedInEveryFormat() {
    Map<?, ?> report = (Map<?, ?>) Json.parse(run("verify " + shop + " --json").out());
    for (Object patch : (List<?>) report.get("patches")) {
      String id = (String) ((Map<?, ?>) patch).get("patch");
      assertThat(run("explain " + id + " --json").code()).as(id).isZero();
      for (String format : List.of("text", "html", "json")) {
        assertThat(run("diff " + id + " --format " + format).code()).as(id).isZero();
      }
    }
  }

  @Test
  void bothSidesAreWholeInTheJsonOfADiff() {
    Map<?, ?> diff = (Map<?, ?>) Json.parse(run("diff " + DIVISION + " --json").out());
    assertThat(diff.get("original")).isEqualTo("pyc");
    assertThat(diff.get("python")).isEqualTo("3.13");
    assertThat(((Map<?, ?>) diff.get("left")).get("title"))
        .isEqualTo("shop/__pycache__/pricing.cpython-313.pyc");
    Map<?, ?> root = (Map<?, ?>) ((List<?>) diff.get("code_objects")).getFirst();
    assertThat(root.get("path")).isEqualTo("root");
    assertThat((List<?>) root.get("rows")).isNotEmpty();
  }

  @Test
  void aPatchIsNamedByIdOrModuleAndFunction() {
    String wanted = run("explain " + DIVISION).out();
    assertThat(run("explain shop.pricing:unit_price").out()).isEqualTo(wanted);
    assertThat(run("explain shop.pricing.unit_price").out()).isEqualTo(wanted);
  }

  @Test
  void aPostMortemNamesTheLinesOfARunsVerdicts() throws IOException {
    Path run =
        Fixtures.copy(
            Fixtures.of("run-logs/shop-py313.log"), home.resolve("printed/shop-py313.log"));
    String workspace = "--workspace " + home.resolve("printed.suturescope") + " ";
    run(workspace + "import " + shop + " " + run);
    Fixtures.golden("postmortem-divergent.md", run(workspace + "postmortem 8efac6135aae").out());
  }

  @Test
  void aPostMortemOfNoIncidentIsRefused() {
    Ran ran = run("postmortem 000000000000");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).isEqualTo("No incident of the workspace is called 000000000000.\n");
  }

  @Test
  void anUnknownPatchIsAskedBack() {
    Ran ran = run("explain shop.pricing:unit_prise");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "There is no patch shop.pricing:unit_prise. Did you mean shop.pricing:unit_price?\n");
  }

  @Test
  void anAmbiguousNameListsTheCandidatesAndDoesNothing() throws IOException {
    Path other = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("other/shop"));
    String workspace = "--workspace " + home.resolve("two.suturescope") + " ";
    run(workspace + "import " + shop + " " + other);
    Ran ran = run(workspace + "diff " + DIVISION);
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("names 2 patches:", "in " + shop.toRealPath(), "in " + other.toRealPath());
    Ran one = run(workspace + "diff " + DIVISION + " --source " + other.toRealPath());
    assertThat(one.code()).as(one.err()).isZero();
    String lines = "explain " + DIVISION + " --json --source " + other.toRealPath();
    assertThat(run(workspace + lines).out()).contains("\"line\":3,\"columns\":[15,35]");
  }

  @Test
  void twoGuardsOnOneFunctionAreOnePatchWithTwoKeys() throws IOException {
    Path twice = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("twice/shop"));
    Path lifecycle = twice.resolve(".codesuture_incidents/lifecycle.json");
    String earlier =
        """
        {"shop.pricing:unit_price:key_guard": {"patch_id": "shop.pricing:unit_price:key_guard",
        "function_name": "unit_price", "module": "shop.pricing", "guard_type": "key_guard",
        "current_state": "fixed", "created_at": "2026-11-19T08:00:00+00:00",
        "updated_at": "2026-11-19T09:00:00+00:00", "ttl_days": 3, "transitions": []},\
        """;
    Files.writeString(lifecycle, earlier + Files.readString(lifecycle).substring(1));
    String workspace = "--workspace " + home.resolve("twice.suturescope") + " ";
    run(workspace + "import " + twice);
    Ran listed = run(workspace + "patches fn:unit_price --json");
    Map<?, ?> patch = (Map<?, ?>) Json.parse(listed.out());
    assertThat(patch.get("patch")).isEqualTo("shop.pricing:unit_price:key_guard");
    assertThat(patch.get("guards")).isEqualTo(List.of("key_guard", "division_guard"));
    assertThat(patch.get("recorded_state")).isEqualTo("suggested");
    assertThat((String) patch.get("effective_reason"))
        .endsWith("key_guard as fixed, division_guard as suggested.");
    String byName = run(workspace + "explain shop.pricing:unit_price").out();
    assertThat(byName).contains("Under it lies an earlier key_guard.");
    assertThat(run(workspace + "explain " + DIVISION).out()).isEqualTo(byName);
    assertThat(run(workspace + "explain shop.pricing:unit_price:key_guard").out())
        .isEqualTo(byName);
  }

  @Test
  void outWritesAFileAndKeepsOneThatIsThere() throws IOException {
    Path file = home.resolve("tax.html");
    String line = "diff shop.pricing:tax --format html --out " + file;
    assertThat(run(line).code()).isZero();
    assertThat(Files.readString(file)).contains("<html");
    assertThat(run(line).code()).isEqualTo(ExitCode.USAGE);
  }
}
