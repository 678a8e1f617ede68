package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real Python program under the bridge, and a home folder from which a console speaks with it.
final class Lab implements AutoCloseable {

  private static final List<String> VERSIONS = List.of("3.13", "3.12", "3.11");
  private static final Path AGENTS = Path.of("..", "agents", "python").toAbsolutePath().normalize();

  private final Path home;
  private final Path project;
  private final Path python;
  private Optional<Process> process = Optional.empty();
  private int port;

  /// @param home for the console's files and the program's
  Lab(Path home, Path python) throws IOException {
    this.home = home;
    this.python = python;
    this.project = Files.createDirectories(home.resolve("project"));
    for (String name : List.of("lab.py", "labother.py")) {
      Files.copy(AGENTS.resolve("tests/apps").resolve(name), project.resolve(name));
    }
  }

  /// Every Python from 3.11 on that is found; aborts the test where there is none.
  static List<Path> pythons() {
    List<Path> found = new ArrayList<>();
    VERSIONS.forEach(version -> python(version).ifPresent(found::add));
    Assumptions.assumeFalse(found.isEmpty(), "no Python 3.11, 3.12 or 3.13 is on this machine");
    Assumptions.assumeTrue(
        Files.isDirectory(AGENTS.resolve("suture_bridge")), "the bridge is not in " + AGENTS);
    return found;
  }

  private static Optional<Path> python(String version) {
    String name = "python" + version;
    List<Path> places = new ArrayList<>();
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> all = Files.list(versions)) {
        all.filter(each -> each.getFileName().toString().startsWith(version + "."))
            .map(each -> each.resolve("bin").resolve(name))
            .forEach(places::add);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      Collections.sort(places);
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      places.add(Path.of(folder).resolve(name));
    }
    return places.stream()
        .filter(Files::isExecutable)
        .filter(each -> answers(each, version))
        .findFirst();
  }

  /// A shim on the path can be there and lead nowhere.
  private static boolean answers(Path program, String version) {
    try {
      Process asked =
          new ProcessBuilder(
                  program.toString(), "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return asked.waitFor() == 0 && said.strip().equals(version);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Runs a command of the console.
  Ran console(String... args) {
    return Ran.in(home, args);
  }

  /// Makes the keys.
  void enrol(String... more) throws IOException {
    port = freePort();
    List<String> args =
        new ArrayList<>(
            List.of(
                "agents",
                "enrol",
                "web-1",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--out",
                enrolment().toString(),
                "--secrets",
                "plain"));
    args.addAll(List.of(more));
    Ran ran = console(args.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private Path enrolment() {
    return home.resolve("web-1.json");
  }

  /// At which the agent listens.
  int port() {
    return port;
  }

  Path project() {
    return project;
  }

  Path home() {
    return home;
  }

  void start() throws IOException, InterruptedException {
    Files.deleteIfExists(project.resolve("lab.port"));
    Files.deleteIfExists(project.resolve(".codesuture_bridge/agent.json"));
    ProcessBuilder builder =
        new ProcessBuilder(python.toString(), "-m", "suture_bridge", "run", "lab.py")
            .directory(project.toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("out").toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("err").toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("PYTHONPATH", AGENTS + ":" + AGENTS.resolve("tests/standin"));
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("CODESUTURE_BRIDGE_ENROLMENT", enrolment().toString());
    Process started = builder.start();
    process = Optional.of(started);
    while (Files.notExists(project.resolve("lab.port"))
        || Files.notExists(project.resolve(".codesuture_bridge/agent.json"))) {
      assertThat(started.isAlive()).as(Files.readString(home.resolve("err"))).isTrue();
      Thread.sleep(20);
    }
  }

  /// Lets the program call one of its functions.
  String ask(String words) throws IOException {
    int port = Integer.parseInt(Files.readString(project.resolve("lab.port")));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
      return String.valueOf(in.readLine());
    }
  }

  /// The program dies at once, as in a power cut.
  void kill() {
    process.ifPresent(each -> each.destroyForcibly().onExit().join());
  }

  @Override
  public void close() {
    kill();
  }
}
