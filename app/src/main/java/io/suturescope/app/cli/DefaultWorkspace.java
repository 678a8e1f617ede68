package io.suturescope.app.cli;

import java.nio.file.Path;
import java.util.Locale;

/// The workspace that is used when none is named: one file in the user's data folder, where the
/// system keeps such things.
public final class DefaultWorkspace {

  private static final String FILE = "default.suturescope";

  private DefaultWorkspace() {}

  public static Path of(Surroundings surroundings) {
    String os = surroundings.osName().toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return windows(surroundings).resolve("Suturescope").resolve(FILE);
    }
    if (os.startsWith("mac")) {
      Path support = surroundings.home().resolve("Library").resolve("Application Support");
      return support.resolve("Suturescope").resolve(FILE);
    }
    return linux(surroundings).resolve("suturescope").resolve(FILE);
  }

  private static Path windows(Surroundings surroundings) {
    return surroundings
        .variable("APPDATA")
        .map(Path::of)
        .orElseGet(() -> surroundings.home().resolve("AppData").resolve("Roaming"));
  }

  /// A relative XDG_DATA_HOME is to be ignored, says its specification.
  private static Path linux(Surroundings surroundings) {
    return surroundings
        .variable("XDG_DATA_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> surroundings.home().resolve(".local").resolve("share"));
  }
}
