package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What agents tell, in the workspace: real processes, real sockets.
@DisabledOnOs(OS.WINDOWS)
class AgentsPullTest {

  @TempDir Path folder;

  private Lab lab(String... more) throws Exception {
    Lab lab = new Lab(Files.createDirectories(folder.resolve("lab")), Lab.pythons().getFirst());
    lab.enrol(more);
    lab.start();
    return lab;
  }

  private static Ran pull(Lab lab, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "agents";
    args[1] = "pull";
    System.arraycopy(more, 0, args, 2, more.length);
    Ran ran = lab.console(args);
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  private static Map<?, ?> patch(Lab lab, String query) {
    Ran ran = lab.console("patches", query, "--json");
    List<String> lines = ran.out().lines().toList();
    assertThat(lines).as(query + ": " + ran.out() + ran.err()).hasSize(1);
    return (Map<?, ?>) Json.parse(lines.getFirst());
  }

  private static long crashes(Lab lab, String... query) {
    String[] args = new String[query.length + 2];
    args[0] = "incidents";
    args[1] = "--json";
    System.arraycopy(query, 0, args, 2, query.length);
    Ran ran = lab.console(args);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out().lines().count();
  }

  @Test
  void aPatchIsLiveAndAfterItsRollbackProvenToBeRolledBack() throws Exception {
    try (Lab lab = lab()) {
      lab.ask("Alpha.fetch 5");
      assertThat(pull(lab, "web-1").out())
          .isEqualTo("web-1: 1 new crashes, 1 patches (1 in memory), 0 verdicts\n");
      Map<?, ?> live = patch(lab, "effective:live");
      assertThat(live.get("module") + ":" + live.get("qualname")).isEqualTo("__main__:Alpha.fetch");
      assertThat((String) live.get("effective_reason"))
          .matches("Agent web-1 reported it in memory [0-9]+ s ago\\.");
      assertThat(patch(lab, "agent:web-1")).isEqualTo(live);
      assertThat(lab.console("patches", "agent:web-2", "--json").out()).isEmpty();
      assertThat(crashes(lab, "agent:web-1")).isEqualTo(1);
      assertThat(crashes(lab, "-agent:web-1")).isZero();

      Ran rollback = lab.console("rollback", "__main__:Alpha.fetch", "--reason", "wrong default");
      assertThat(rollback.code()).as(rollback.out() + rollback.err()).isZero();
      pull(lab);
      Map<?, ?> back = patch(lab, "effective:rolled_back");
      assertThat((String) back.get("effective_reason"))
          .contains("Agent web-1 reported the original code in memory and no files ");
      assertThat(crashes(lab)).isEqualTo(1);
    }
  }

  @Test
  void anAgentThatDoesNotAnswerLeavesTheWorkspaceAsItWas() throws Exception {
    try (Lab lab = lab()) {
      lab.ask("Alpha.fetch 5");
      pull(lab);
      lab.kill();
      Ran ran = lab.console("agents", "pull", "--json");
      assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
      assertThat(ran.out()).contains("\"pulled\":false", "nothing listens there");
      assertThat(lab.console("agents", "pull").err()).contains("nothing of it was changed");
      assertThat(patch(lab, "effective:live").get("qualname")).isEqualTo("Alpha.fetch");
      assertThat(crashes(lab)).isEqualTo(1);
      assertThat(lab.console("agents", "pull", "web-2").code()).isEqualTo(ExitCode.INPUT);
    }
  }

  @Test
  void aCrashThatTheFolderToldIsNotCountedAgain() throws Exception {
    countedOnce("--role", "operator");
  }

  @Test
  void aCrashThatCameWithItsValuesIsNotCountedAgain() throws Exception {
    countedOnce("--share-values");
  }

  private void countedOnce(String... more) throws Exception {
    try (Lab lab = lab(more)) {
      lab.ask("Alpha.fetch 5");
      lab.ask("key 5");
      String project = lab.project().toString();
      Ran imported = lab.console("import", project);
      assertThat(imported.out()).as(imported.err()).contains("2 crashes");
      long before = crashes(lab);
      assertThat(before).isEqualTo(2);
      assertThat(pull(lab).out()).startsWith("web-1: 0 new crashes, 2 patches (2 in memory)");
      assertThat(pull(lab).out()).startsWith("web-1: 0 new crashes");
      assertThat(crashes(lab)).isEqualTo(before);
      assertThat(crashes(lab, "agent:web-1")).isEqualTo(before);
      assertThat(crashes(lab, "source:*project")).isEqualTo(before);
      // The bytes are the same: the agent speaks of the folder's own patch.
      Map<?, ?> live = patch(lab, "effective:live fn:Alpha.fetch");
      assertThat(live.get("source")).isEqualTo(lab.project().toRealPath().toString());
      assertThat(patch(lab, "agent:web-1 fn:Alpha.fetch")).isEqualTo(live);

      assertThat(lab.console("rollback", "__main__:Alpha.fetch", "--reason", "wrong").code())
          .isZero();
      pull(lab);
      assertThat(patch(lab, "fn:Alpha.fetch").get("effective_state")).isEqualTo("rolled_back");
      lab.console("import", project);
      assertThat(patch(lab, "fn:Alpha.fetch").get("effective_state")).isEqualTo("rolled_back");

      lab.ask("label 5");
      assertThat(pull(lab).out()).startsWith("web-1: 1 new crashes");
      lab.console("import", project);
      assertThat(pull(lab, "--all").out()).startsWith("web-1: 0 new crashes");
      assertThat(crashes(lab)).isEqualTo(before + 1);
      assertThat(crashes(lab, "source:*project")).isEqualTo(before + 1);
    }
  }
}
