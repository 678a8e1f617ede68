package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command line as a real process.
class ProcessTest {

  private static final int MANY = 400_000;
  private static final long GROWN = 1 << 20;

  @TempDir Path home;

  private Process start(Path out, Path err, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A platform that prefers another encoding must not matter.
    command.add("-Dfile.encoding=ISO-8859-1");
    command.add("-Dstdout.encoding=US-ASCII");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ChildMain.class.getName());
    command.add("--workspace=" + home.resolve("w.suturescope"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private Ran run(String... args) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Process process = start(out, err, args);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8),
        List.of());
  }

  @Test
  void importsAndPrintsInUtf8WithNoWordAside() throws Exception {
    Ran imported = run("import", Fixtures.of("shop/project").toString());
    assertThat(imported.err()).isEmpty();
    assertThat(imported.code()).isZero();
    Ran timeline = run("timeline", "--bucket", "day");
    assertThat(timeline.out()).startsWith("2026-11-20  " + "█".repeat(40) + "  14  C 1");
    assertThat(timeline.err()).isEmpty();
    assertThat(run("import", home.resolve("missing").toString()).code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void interruptedImportsEndWithFiveAndLeaveTheWorkspaceAsItWas() throws Exception {
    run("import", Fixtures.of("shop/project").toString());
    String before = run("metrics").out();
    Path log = manyIncidents();
    long size = workspaceSize();
    Process process = start(home.resolve("o"), home.resolve("e"), "import", log.toString());
    while (process.isAlive() && workspaceSize() < size + GROWN) {
      Thread.sleep(5);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.CANCELLED);
    assertThat(home.resolve("e")).content().contains("cancelled");
    assertThat(run("metrics").out()).isEqualTo(before);
    assertThat(run("incidents", "--json").out().lines()).hasSize(14);
  }

  private long workspaceSize() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      long size = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().startsWith("w.suturescope")) {
          size += Files.size(file);
        }
      }
      return size;
    }
  }

  private Path manyIncidents() throws IOException {
    Path real = Fixtures.of("api/.codesuture_incidents/incidents_2026-11-20.jsonl");
    String line = Files.readAllLines(real).getFirst();
    String tail = line.substring(line.indexOf(", \"timestamp\""));
    Path log = home.resolve("incidents_2026-11-19.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      for (int i = 0; i < MANY; i++) {
        out.write("{\"incident_id\": \"%012x\"".formatted(i) + tail + "\n");
      }
    }
    return log;
  }
}
