package io.suturescope.app.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the user chose for every workspace: look, zone, recent things, where the window stood.
///
/// @param fontPercent 75 to 200
/// @param recent newest first, at most {@link #RECENT_LIMIT}
public record Settings(
    Theme theme,
    int fontPercent,
    boolean localTime,
    List<Path> recent,
    Optional<WindowBounds> window) {

  public static final int RECENT_LIMIT = 12;
  public static final Settings DEFAULT =
      new Settings(Theme.SYSTEM, 100, false, List.of(), Optional.empty());

  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// Where the window stood, in screen units.
  public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}

  public Settings {
    fontPercent = Math.clamp(fontPercent, 75, 200);
    recent = List.copyOf(recent.subList(0, Math.min(recent.size(), RECENT_LIMIT)));
  }

  /// The zone that times are shown in.
  public ZoneId zone() {
    return localTime ? ZoneId.systemDefault() : ZoneOffset.UTC;
  }

  public Settings withTheme(Theme changed) {
    return new Settings(changed, fontPercent, localTime, recent, window);
  }

  public Settings withFontPercent(int changed) {
    return new Settings(theme, changed, localTime, recent, window);
  }

  public Settings withLocalTime(boolean changed) {
    return new Settings(theme, fontPercent, changed, recent, window);
  }

  public Settings withWindow(WindowBounds changed) {
    return new Settings(theme, fontPercent, localTime, recent, Optional.of(changed));
  }

  /// The path first in the recent list.
  public Settings withRecent(Path opened) {
    List<Path> changed = new ArrayList<>(recent);
    changed.remove(opened);
    changed.addFirst(opened);
    return new Settings(theme, fontPercent, localTime, changed, window);
  }
}
