package io.suturescope.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// What needs the UI toolkit, which no command touches itself: given by Main.
public interface Desktop {

  /// Opens the window, imports the paths, and comes back when the window was closed.
  ///
  /// @param workspace file to open, absolute; it may not exist yet
  /// @param clock its zone is that of days and hours
  /// @return exit code
  int open(Path workspace, Clock clock, List<Path> paths);

  /// Draws every screen without a display, as PNG files.
  ///
  /// @param out folder, made when it is missing
  /// @return exit code
  int pictures(Path out, Path workspace, Clock clock);
}
