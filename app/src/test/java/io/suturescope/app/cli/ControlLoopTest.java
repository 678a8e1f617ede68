package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The loop of control-protocol.md 12 from the command line: real processes, real sockets.
@DisabledOnOs(OS.WINDOWS)
class ControlLoopTest {

  @TempDir Path folder;

  private Lab lab(Path python, String name) throws Exception {
    return new Lab(Files.createDirectories(folder.resolve(name)), python);
  }

  @TestFactory
  Stream<DynamicTest> crashRollbackProofSecondCrashReleaseThirdCrash() {
    return Lab.pythons().stream()
        .map(python ->
            DynamicTest.dynamicTest(
                python.getFileName().toString(),
                () -> {
                  try (Lab lab = lab(python, python.getFileName().toString())) {
                    lab.enrol();
                    lab.start();
                    loop(lab);
                  }
                }));
  }

  @Test
  void theSameOverTls() throws Exception {
    try (Lab lab = lab(Lab.pythons().getFirst(), "tls")) {
      lab.enrol("--tls");
      lab.start();
      loop(lab);
    }
  }

  private void loop(Lab lab) throws Exception {
    Ran agents = lab.console("agents", "--json");
    assertThat(agents.err()).isEmpty();
    assertThat(agents.code()).isZero();
    assertThat(agents.out()).contains("\"state\":\"reachable\"", "\"script\":\"lab.py\"");

    lab.ask("Alpha.fetch 5");
    assertThat(lab.ask("Alpha.fetch 5")).contains("alpha 5");
    Ran preview = lab.console("rollback", "__main__:Alpha.fetch", "--dry-run", "--json");
    assertThat(preview.code()).as(preview.err()).isZero();
    Map<?, ?> seen = (Map<?, ?>) ((Map<?, ?>) Json.parse(preview.out())).get("patch");
    assertThat(seen.get("memory")).isEqualTo("patched");
    assertThat(lab.ask("Alpha.fetch 5")).contains("alpha 5");

    Ran rollback = lab.console("rollback", "__main__:Alpha.fetch", "--reason", "wrong default");
    assertThat(rollback.code()).as(rollback.out() + rollback.err()).isZero();
    assertThat(rollback.out())
        .contains("Done, and read back: __main__:Alpha.fetch: memory original, 0 files")
        .contains("lifecycle rolled_back");
    assertThat(lab.ask("Alpha.fetch 5")).contains("TypeError");
    assertThat(lab.ask("Alpha.fetch 5")).contains("TypeError");
    assertThat(lab.console("hold").out()).contains("__main__:Alpha.fetch", "until-source-change");

    Ran release =
        lab.console("hold", "--release", "__main__:Alpha.fetch", "--reason", "it is fixed");
    assertThat(release.code()).as(release.out() + release.err()).isZero();
    lab.ask("Alpha.fetch 5");
    assertThat(lab.ask("Alpha.fetch 5")).contains("alpha 5");

    Ran again = lab.console("rollback", "__main__:Alpha.fetch", "--reason", "once more");
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(lab.ask("Alpha.fetch 5")).contains("TypeError");
    Ran reapply = lab.console("reapply", "__main__:Alpha.fetch", "--reason", "not the cause");
    assertThat(reapply.code()).as(reapply.out() + reapply.err()).isZero();
    assertThat(lab.ask("Alpha.fetch 5")).contains("alpha 5");
    Ran fixed = lab.console("mark-fixed", "__main__:Alpha.fetch", "--reason", "in 2.4.1");
    assertThat(fixed.code()).as(fixed.out() + fixed.err()).isZero();

    Ran commands = lab.console("commands", "--json");
    assertThat(commands.code()).isZero();
    assertThat(commands.out().lines())
        .hasSize(5)
        .allMatch(line -> line.contains("\"state\":\"done\""));
    lab.console("import", lab.project().toString());
    Ran digest = lab.console("digest");
    assertThat(digest.out())
        .contains("## Commands sent")
        .containsPattern("`rollback p_[0-9a-f]{24} at web-1`: `done, by .*: wrong default`");
    assertThat(lab.console("commands", "verify").out())
        .startsWith("The record is whole: 20 events");

    String incident = incident(lab);
    Ran dismissed = lab.console("dismiss", incident, "--reason", "known");
    assertThat(dismissed.code()).as(dismissed.out() + dismissed.err()).isZero();
    Ran unknown = lab.console("dismiss", "0123456789ab", "--reason", "known");
    assertThat(unknown.code()).isEqualTo(ExitCode.ATTENTION);
    assertThat(unknown.err()).contains("unknown-incident", "Nothing was sent");
  }

  private static String incident(Lab lab) throws IOException {
    Path incidents = lab.project().resolve(".codesuture_incidents");
    try (Stream<Path> files = Files.list(incidents)) {
      Path log = files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      Map<?, ?> first = (Map<?, ?>) Json.parse(Files.readAllLines(log).getFirst());
      return String.valueOf(first.get("incident_id"));
    }
  }
}
