package io.suturescope.app.screens;

import io.suturescope.app.settings.Settings;
import io.suturescope.app.settings.SettingsFile;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import java.util.function.UnaryOperator;

/// The settings as they stand, written whenever they change. A settings file that cannot be written
/// costs the choice at the next start, nothing else.
public final class SettingsKeeper {

  private final SettingsFile file;
  private final Background background;
  private final Lane lane = Lane.oneAfterAnother("settings");
  private Settings now;

  public SettingsKeeper(SettingsFile file, Background background) {
    this.file = file;
    this.background = background;
    this.now = file.read();
  }

  public Settings now() {
    return now;
  }

  public void change(UnaryOperator<Settings> changed) {
    now = changed.apply(now);
    Settings written = now;
    background.run(
        lane,
        () -> {
          file.write(written);
          return written;
        },
        _ -> {},
        _ -> {});
  }
}
