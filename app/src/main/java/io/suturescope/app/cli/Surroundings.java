package io.suturescope.app.cli;

import io.suturescope.app.settings.UserFolders;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything of the machine that a command may look at, so that a test can set it.
///
/// @param environment variables by name
/// @param osName as in the system property `os.name`
/// @param home of the user
/// @param out where results go, as UTF-8
/// @param err where everything else goes, as UTF-8
/// @param outIsTerminal true when a person reads `out`; colours are for persons
/// @param errIsTerminal true when a person reads `err`; progress is for persons
public record Surroundings(
    Map<String, String> environment,
    String osName,
    Path home,
    OutputStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  private static final int NARROWEST = 40;
  private static final int OUT = 1;
  private static final int ERR = 2;

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Those of this process.
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isTerminal(OUT),
        isTerminal(ERR));
  }

  /// The same, for a test or for a window that runs a command: nobody watches the streams.
  public static Surroundings unwatched(
      Map<String, String> environment, OutputStream out, OutputStream err) {
    return new Surroundings(
        environment,
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        out,
        err,
        false,
        false);
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// Where workspaces lie, and beside them all that is common to them.
  Path dataFolder() {
    return UserFolders.of(environment, osName, home).data();
  }

  Path commandJournal() {
    return UserFolders.of(environment, osName, home).commandJournal();
  }

  Path defaultWorkspace() {
    return UserFolders.of(environment, osName, home).defaultWorkspace();
  }

  /// Character cells in a line of the terminal: what the shell says (`COLUMNS`), else what the
  /// system says; empty when nobody reads along.
  OptionalInt columns() {
    OptionalInt said =
        variable("COLUMNS")
            .filter(text -> text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
            .map(text -> OptionalInt.of(Integer.parseInt(text)))
            .orElse(OptionalInt.empty());
    OptionalInt known = said.isEmpty() && outIsTerminal ? TerminalWidth.ask(osName) : said;
    return known.isEmpty() ? known : OptionalInt.of(Math.max(NARROWEST, known.getAsInt()));
  }

  /// Whether a standard stream is a terminal. The JDK only tells whether input *and* output are, so
  /// that Linux is asked for the name behind the descriptor.
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }
}
