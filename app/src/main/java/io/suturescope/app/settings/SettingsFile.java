package io.suturescope.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;

/// Keeps {@link Settings} in one file of `key=value` lines. Reading is tolerant: what cannot be
/// understood has its default. Writing replaces the file in one step.
public final class SettingsFile {

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  /// What the file says, or the defaults where it says nothing usable.
  public Settings read() {
    Properties entries = new Properties();
    try {
      entries.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      return Settings.DEFAULT;
    }
    return new Settings(
        theme(entries.getProperty("theme", "")),
        number(entries.getProperty("font.percent", "")).map(Double::intValue).orElse(100),
        Boolean.parseBoolean(entries.getProperty("time.local", "")),
        recent(entries),
        window(entries));
  }

  /// Replaces the file.
  ///
  /// @throws IOException when the folder cannot be written; the old file is then whole
  public void write(Settings settings) throws IOException {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("theme=" + settings.theme().name());
    lines.add("font.percent=" + settings.fontPercent());
    lines.add("time.local=" + settings.localTime());
    for (int i = 0; i < settings.recent().size(); i++) {
      lines.add("recent." + i + "=" + escaped(settings.recent().get(i)));
    }
    settings
        .window()
        .ifPresent(w -> {
          lines.add("window.x=" + w.x()).add("window.y=" + w.y());
          lines.add("window.width=" + w.width()).add("window.height=" + w.height());
          lines.add("window.maximized=" + w.maximized());
        });
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(temporary, lines.toString(), StandardCharsets.UTF_8);
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String escaped(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static Settings.Theme theme(String text) {
    for (Settings.Theme theme : Settings.Theme.values()) {
      if (theme.name().equals(text)) {
        return theme;
      }
    }
    return Settings.Theme.SYSTEM;
  }

  private static List<Path> recent(Properties entries) {
    List<Path> recent = new ArrayList<>();
    for (int i = 0; i < Settings.RECENT_LIMIT; i++) {
      path(entries.getProperty("recent." + i, "")).ifPresent(recent::add);
    }
    return recent;
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Settings.WindowBounds> window(Properties entries) {
    Optional<Double> x = number(entries.getProperty("window.x", ""));
    Optional<Double> y = number(entries.getProperty("window.y", ""));
    Optional<Double> width = number(entries.getProperty("window.width", ""));
    Optional<Double> height = number(entries.getProperty("window.height", ""));
    if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    boolean maximized = Boolean.parseBoolean(entries.getProperty("window.maximized", ""));
    return Optional.of(
        new Settings.WindowBounds(x.get(), y.get(), width.get(), height.get(), maximized));
  }

  private static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
