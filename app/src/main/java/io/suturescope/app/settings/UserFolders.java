package io.suturescope.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this user's things lie, by the customs of the operating system.
///
/// @param data workspaces and the unpacked sample
/// @param config the settings file
public record UserFolders(Path data, Path config) {

  /// @param environment the process environment
  /// @param osName as in the system property `os.name`
  /// @param home the user's home folder
  public static UserFolders of(Map<String, String> environment, String osName, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve("Suturescope");
      return new UserFolders(support, support);
    }
    if (os.contains("win")) {
      Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
      return new UserFolders(roaming.resolve("Suturescope"), roaming.resolve("Suturescope"));
    }
    Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
    Path config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    return new UserFolders(data.resolve("suturescope"), config.resolve("suturescope"));
  }

  /// The workspace that is opened when none is named.
  public Path defaultWorkspace() {
    return data.resolve("default.suturescope");
  }

  /// The record of commands that were sent to agents: one for all workspaces.
  public Path commandJournal() {
    return data.resolve("commands.sqlite");
  }

  public Path settingsFile() {
    return config.resolve("settings.properties");
  }

  private static Path folder(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    Path path = value.isEmpty() ? otherwise : Path.of(value);
    // The XDG specification says that a relative path is to be ignored.
    return path.isAbsolute() ? path : otherwise;
  }
}
