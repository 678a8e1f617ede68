package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Commands and answers that get lost between a console and a real agent.
@DisabledOnOs(OS.WINDOWS)
class LostOnTheWayTest {

  private static final String[] ROLLBACK = {
    "rollback", "__main__:Alpha.fetch", "--reason", "wrong default"
  };

  @TempDir Path folder;

  private Lab patched() throws Exception {
    Lab lab = new Lab(folder, Lab.pythons().getFirst());
    lab.enrol();
    lab.start();
    lab.ask("Alpha.fetch 5");
    assertThat(lab.ask("Alpha.fetch 5")).contains("alpha 5");
    return lab;
  }

  private static void through(Lab lab, CuttingProxy proxy) {
    Ran ran =
        lab.console(
            "agents",
            "add",
            lab.home().resolve("web-1.json").toString(),
            "--port",
            "" + proxy.port(),
            "--secrets",
            "plain",
            "--replace");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private static long accepted(Lab lab) throws IOException {
    Path journal = lab.project().resolve(".codesuture_bridge/commands.jsonl");
    return Files.exists(journal)
        ? Files.readAllLines(journal).stream().filter(line -> line.contains("\"accepted\"")).count()
        : 0;
  }

  @Test
  void lostAnswerIsFoundOutAndTheCommandRanOnce() throws Exception {
    try (Lab lab = patched();
        CuttingProxy proxy = new CuttingProxy(lab.port(), CuttingProxy.Cut.AFTER, 1)) {
      through(lab, proxy);
      Ran ran = lab.console(ROLLBACK);
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      assertThat(ran.out()).contains("Done, and read back");
      assertThat(accepted(lab)).isEqualTo(1);
      assertThat(lab.ask("Alpha.fetch 5")).contains("TypeError");
    }
  }

  @Test
  void lostCommandIsSentAgainOnceTheAgentHasSignedThatItNeverCame() throws Exception {
    try (Lab lab = patched();
        CuttingProxy proxy = new CuttingProxy(lab.port(), CuttingProxy.Cut.BEFORE, 1)) {
      through(lab, proxy);
      Ran ran = lab.console(ROLLBACK);
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      assertThat(accepted(lab)).isEqualTo(1);
      assertThat(lab.console("commands", "--json").out()).contains("\"attempts\":2");
    }
  }

  @Test
  void agentThatIsStartedAnewBeforeItCameRejectsItAndNothingHappens() throws Exception {
    try (Lab lab = patched();
        CuttingProxy proxy = new CuttingProxy(lab.port(), CuttingProxy.Cut.BEFORE, 1)) {
      through(lab, proxy);
      Ran ran = lab.console(withoutWaiting());
      assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
      assertThat(ran.out()).contains("Outcome not known");
      lab.kill();
      lab.start();
      assertThat(lab.console("commands", "--json").out())
          .contains("\"state\":\"rejected\"", "\"problem\":\"instance-changed\"");
      assertThat(accepted(lab)).isZero();
      assertThat(lab.ask("Alpha.fetch 5")).contains("alpha 5");
    }
  }

  @Test
  void agentThatDiedAfterItWasDoneTellsSoWhenItIsBack() throws Exception {
    try (Lab lab = patched();
        CuttingProxy proxy = new CuttingProxy(lab.port(), CuttingProxy.Cut.AFTER, 1)) {
      through(lab, proxy);
      Ran ran = lab.console(withoutWaiting());
      assertThat(ran.out()).contains("Outcome not known");
      lab.kill();
      assertThat(lab.console("commands").out()).contains("outcome not known");
      lab.start();
      Ran commands = lab.console("commands", "--json");
      assertThat(commands.out()).contains("\"state\":\"done\"");
      assertThat(commands.code()).isZero();
      assertThat(accepted(lab)).isEqualTo(1);
    }
  }

  private static String[] withoutWaiting() {
    return new String[] {ROLLBACK[0], ROLLBACK[1], ROLLBACK[2], ROLLBACK[3], "--wait", "0"};
  }
}
