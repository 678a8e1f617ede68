package io.suturescope.app.screens;

import io.suturescope.app.settings.Settings;
import io.suturescope.app.settings.SettingsFile;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings as they stand, written whenever they change. A settings file that cannot be written
/// costs the choice at the next start, nothing else.
public final class SettingsKeeper {

  private final Optional<SettingsFile> file;
  private final Background background;
  private final Lane lane = Lane.oneAfterAnother("settings");
  private Settings now;

  /// @param file where they are kept; without one they end with the window
  public SettingsKeeper(Optional<SettingsFile> file, Background background) {
    this.file = file;
    this.background = background;
    this.now = file.map(SettingsFile::read).orElse(Settings.DEFAULT);
  }

  public Settings now() {
    return now;
  }

  public void change(UnaryOperator<Settings> changed) {
    now = changed.apply(now);
    Settings written = now;
    file.ifPresent(kept ->
        background.run(
            lane,
            () -> {
              kept.write(written);
              return written;
            },
            _ -> {},
            _ -> {}));
  }
}
