package io.suturescope.model.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real Python, to ask what it parses.
record Python(String version, Path program) {

  /// Those on the PATH or under `~/.pyenv/versions`, or the end of the test when there is none.
  static List<Python> orSkip() throws IOException {
    List<Python> found = new ArrayList<>();
    for (String version : List.of("3.11", "3.12", "3.13", "3.14")) {
      find(version).ifPresent(program -> found.add(new Python(version, program)));
    }
    Assumptions.assumeFalse(found.isEmpty(), "there is no Python");
    return found;
  }

  private static Optional<Path> find(String version) throws IOException {
    List<Path> candidates = new ArrayList<>();
    Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(pyenv)) {
      try (Stream<Path> versions = Files.list(pyenv)) {
        versions
            .filter(folder -> folder.getFileName().toString().startsWith(version + "."))
            .forEach(folder -> candidates.add(folder.resolve("bin/python")));
      }
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (!folder.contains("shims")) {
        candidates.add(Path.of(folder, "python" + version));
      }
    }
    return candidates.stream().filter(Files::isExecutable).findFirst();
  }

  /// The lines that a script prints.
  List<String> run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-W", "ignore", "-c", script));
    command.addAll(List.of(arguments));
    ProcessBuilder python = new ProcessBuilder(command);
    python.environment().put("PYTHONIOENCODING", "utf-8");
    Process running = python.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assumptions.assumeTrue(running.waitFor() == 0, program + " does not run");
    return printed.lines().toList();
  }
}
