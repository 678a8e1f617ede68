package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every module of a real standard library, against the `dis` of its own Python.
@Tag("full")
class StandardLibraryTest {

  private static final int BATCH = 250;
  private static final int ENOUGH = 10_000;

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"3.11", "3.12", "3.13"})
  void isListedAsDisListsIt(String version) throws Exception {
    String python = python(version);
    Path compiled = Files.createDirectories(home.resolve("compiled"));
    List<String> files = run(python, "compile", compiled.toString()).lines().toList();
    long[] sums = new long[4];
    List<String> differences = new ArrayList<>();
    for (int from = 0; from < files.size(); from += BATCH) {
      List<String> batch = files.subList(from, Math.min(from + BATCH, files.size()));
      String[] told = run(python, "compare", listed(batch).toString()).split("\n", -1);
      String[] numbers = told[0].split(" ", -1);
      for (int index = 0; index < sums.length; index++) {
        sums[index] += Long.parseLong(numbers[index]);
      }
      differences.addAll(List.of(told).subList(1, told.length - 1));
    }
    System.out.printf(
        "standard library of %s: %d files, %d code objects, %d instructions, %d differences%n",
        version, sums[0], sums[1], sums[2], sums[3]);
    assertThat(differences).isEmpty();
    assertThat(sums).startsWith(files.size()).endsWith(0);
    assertThat(sums[1]).isGreaterThan(ENOUGH);
  }

  private Path listed(List<String> files) throws IOException {
    Path out = home.resolve("listed.json");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("dis", "--json"));
    arguments.addAll(files);
    try (OutputStream stream = Files.newOutputStream(out)) {
      int code = Ran.into(home, stream, err, arguments.toArray(String[]::new));
      assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }
    return out;
  }

  private static String run(String python, String what, String file)
      throws IOException, InterruptedException, URISyntaxException {
    Path script =
        Path.of(
            Objects.requireNonNull(
                    StandardLibraryTest.class.getResource("/python/standard_library.py"))
                .toURI());
    Process process =
        new ProcessBuilder(python, "-I", script.toString(), what, file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return told;
  }

  /// `python3.12` and the like on the PATH or below `~/.pyenv/versions`; without one the test is
  /// given up.
  private static String python(String version) throws IOException {
    List<Path> folders = new ArrayList<>();
    Path own = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(own)) {
      try (Stream<Path> versions = Files.list(own)) {
        versions.map(each -> each.resolve("bin")).forEach(folders::add);
      }
    }
    for (String each : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      folders.add(Path.of(each));
    }
    Optional<Path> found =
        folders.stream()
            .map(folder -> folder.resolve("python" + version))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "there is no python" + version + " here");
    return found.orElseThrow().toString();
  }
}
