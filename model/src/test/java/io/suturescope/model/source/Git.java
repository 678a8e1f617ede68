package io.suturescope.model.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The real git, or the end of the test when there is none.
final class Git {
  private Git() {}

  static void orSkip() {
    try {
      Assumptions.assumeTrue(new ProcessBuilder("git", "--version").start().waitFor() == 0);
    } catch (IOException | InterruptedException none) {
      Assumptions.abort("there is no git");
    }
  }

  /// What `git apply` says; empty when it applied the patch in a folder that is no repository.
  static String apply(Path folder, Path patch, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "apply"));
    command.addAll(List.of(options));
    command.add(patch.toString());
    ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile());
    git.environment()
        .put("GIT_CEILING_DIRECTORIES", folder.toAbsolutePath().getParent().toString());
    git.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    git.environment().put("LC_ALL", "C");
    Process running = git.redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return running.waitFor() == 0 ? "" : "failed: " + said;
  }
}
