package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The suite of the agent's end of the wire (agents/python), which is Python's own. What depends on
/// the version of Python runs on each that is found; the suite says which were not.
@DisabledOnOs(OS.WINDOWS)
class BridgeSuiteTest {

  @TempDir Path folder;

  @Test
  void theSuiteOfTheBridgePasses() throws IOException, InterruptedException {
    passes(false);
  }

  @Test
  @Tag("full")
  void theSuiteOfTheBridgePassesWithItsSlowFaults() throws IOException, InterruptedException {
    passes(true);
  }

  private void passes(boolean slowFaults) throws IOException, InterruptedException {
    List<Path> pythons = Lab.pythons();
    Path agents = Path.of("..", "agents", "python").toAbsolutePath().normalize();
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
                preferred(pythons).toString(), "-m", "unittest", "discover", "-s", "tests")
            .directory(agents.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    if (slowFaults) {
      builder.environment().put("SUTURE_BRIDGE_FULL", "1");
    }
    Process suite = builder.start();
    boolean ended = suite.waitFor(15, TimeUnit.MINUTES);
    suite.descendants().forEach(ProcessHandle::destroyForcibly);
    suite.destroyForcibly();
    String said = Files.readString(output);
    System.out.println(said.lines().skip(Math.max(0, said.lines().count() - 12)).toList());
    assertThat(ended).as(said).isTrue();
    assertThat(suite.exitValue()).as(said).isZero();
  }

  /// That in the middle, where there is one: the suite itself goes to the others.
  private static Path preferred(List<Path> pythons) {
    return pythons.stream()
        .filter(python -> python.getFileName().toString().equals("python3.12"))
        .findFirst()
        .orElse(pythons.getFirst());
  }
}
