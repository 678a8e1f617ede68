package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration of docs/user/try-live-rollback.md, as somebody runs it: every command a
/// process of its own.
@DisabledOnOs(OS.WINDOWS)
class DemoTest {

  @TempDir Path folder;

  /// A command as the installed one, of the classes under test.
  private Path console() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script = folder.resolve("suturescope");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '"
            + java
            + "' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '"
            + System.getProperty("java.class.path")
            + "' "
            + ChildMain.class.getName()
            + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  @Test
  void everythingIsAsItShouldBe() throws IOException, InterruptedException {
    Path python = Lab.pythons().getFirst();
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
                python.toString(),
                Path.of("..", "agents", "demo", "try_live_rollback.py").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("SUTURESCOPE", console().toString());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.remove("CODESUTURE_PATH");
    Process demo = builder.start();
    boolean ended = demo.waitFor(5, TimeUnit.MINUTES);
    demo.descendants().forEach(ProcessHandle::destroyForcibly);
    demo.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended).as(said).isTrue();
    assertThat(demo.exitValue()).as(said).isZero();
    assertThat(said)
        .contains("Done, and read back: __main__:order_label: memory original")
        .contains("The record is whole: 16 events")
        .endsWith("Everything was as it should be.\n");
  }
}
