package io.suturescope.app;

import io.suturescope.app.cli.Desktop;
import io.suturescope.app.cli.Surroundings;
import io.suturescope.app.settings.UserFolders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/// The window and the pictures, for a command line that knows no toolkit.
final class JavaFxDesktop implements Desktop {

  private final Surroundings surroundings;
  private final UserFolders folders;

  JavaFxDesktop(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.folders =
        UserFolders.of(surroundings.environment(), surroundings.osName(), surroundings.home());
  }

  @Override
  public int open(Path workspace, Clock clock, List<Path> paths) {
    if (!hasDisplay()) {
      return new HeadlessMorning(surroundings, folders, this).run(paths, clock);
    }
    // A workspace that was double-clicked is opened, not imported.
    List<Path> workspaces =
        paths.stream().filter(path -> path.toString().endsWith(".suturescope")).toList();
    List<Path> others = paths.stream().filter(path -> !workspaces.contains(path)).toList();
    Path opened = workspaces.isEmpty() ? workspace : workspaces.getFirst();
    return new ConsoleWindow(folders, clock).openAndWait(opened, others);
  }

  @Override
  public int pictures(Path out, Path workspace, Clock clock) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    return new Pictures(folders, clock, surroundings.err()).draw(out, workspace);
  }

  /// Windows and macOS always have one; elsewhere the toolkit needs an X server.
  private boolean hasDisplay() {
    String os = surroundings.osName().toLowerCase(Locale.ROOT);
    boolean headlessToolkit = "Headless".equals(System.getProperty("glass.platform"));
    return os.contains("win")
        || os.contains("mac")
        || headlessToolkit
        || !surroundings.environment().getOrDefault("DISPLAY", "").isEmpty();
  }
}
