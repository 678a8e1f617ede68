package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {

  @TempDir Path home;

  @Test
  void withoutACommandTheWindowOpensWithThePaths() {
    Ran ran =
        Ran.in(home, "--workspace", home.resolve("w.suturescope").toString(), home.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.desktop()).containsExactly("open w.suturescope [" + home + "]");
  }

  @Test
  void withoutAnyArgumentTheWindowOpensTheDefaultWorkspace() {
    assertThat(Ran.in(home).desktop()).containsExactly("open default.suturescope []");
  }

  @Test
  void aMistypedCommandOpensNoWindow() {
    Ran ran = Ran.in(home, "incidets");
    assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
    assertThat(ran.desktop()).isEmpty();
    assertThat(ran.err()).contains("Did you mean the command incidents?");
  }

  @Test
  void picturesAreLeftToTheDesktop() {
    Ran ran = Ran.in(home, "pictures", "--out", home.resolve("p").toString());
    assertThat(ran.desktop()).containsExactly("pictures " + home.resolve("p"));
  }

  @Test
  void helpListsTheCommandsThatExistAndNoOthers() {
    Ran ran = Ran.in(home, "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains(
            "import",
            "incidents",
            "timeline",
            "digest",
            "metrics",
            "verify",
            "explain",
            "diff",
            "dis",
            "agents",
            "rollback",
            "reapply",
            "mark-fixed",
            "dismiss",
            "hold",
            "commands",
            "Exit codes:")
        .doesNotContain("doctor");
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "incidents",
        "timeline",
        "agents",
        "rollback",
        "reapply",
        "mark-fixed",
        "dismiss",
        "hold",
        "commands",
        "digest",
        "metrics",
        "verify",
        "explain",
        "diff",
        "dis",
        "pictures"
      })
  void everyCommandHasHelpThatIsEnoughToWorkFrom(String command) {
    Ran ran = Ran.in(home, command, "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Usage: suturescope " + command)
        .contains("--workspace", "--now", "--zone", "--json", "--no-color", "--quiet")
        .contains("Example", "Exit codes:", "5   cancelled");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void versionIsSaidBeforeAndBehindACommand() {
    assertThat(Ran.in(home, "--version").out()).isEqualTo("suturescope 9.8.7\n");
    assertThat(Ran.in(home, "metrics", "--version").out()).isEqualTo("suturescope 9.8.7\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "incidents --limit x",
        "incidents --limit -1",
        "incidents --format xml",
        "incidents --json --format csv",
        "incidents --limt 5",
        "timeline --bucket week",
        "timeline --zone Nowhere/Land",
        "metrics --now yesterday",
        "metrics surplus",
        "rollback",
        "rollback m:f",
        "rollback m:f --hold maybe --reason x",
        "dismiss nothex --reason x",
        "pictures"
      })
  void wrongUsageIsTwoAndSaysWhereHelpIs(String line) {
    Ran ran = Ran.in(home, line.split(" "));
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("Try suturescope " + line.split(" ")[0] + " --help");
  }

  @Test
  void aWrongQueryIsMarkedAndAnsweredWithAProposal() {
    Ran ran = Ran.in(home, "incidents", "fn:save*", "sevrity:high");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err())
        .contains("fn:save* sevrity:high\n         ^^^^^^^^\n")
        .contains("Did you mean severity:?");
  }

  @Test
  void readingAWorkspaceThatIsNotThereIsRefused() {
    Ran ran = Ran.in(home, "incidents");
    assertThat(ran.code()).isEqualTo(ExitCode.WORKSPACE);
    assertThat(ran.err()).contains("There is no workspace at ", "import");
    assertThat(home.resolve("data")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeForTheWorkspaceIsRefused() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");
    Ran ran = Ran.with(Map.of("XDG_DATA_HOME", file.toString()), home, "import", home.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.WORKSPACE);
  }
}
