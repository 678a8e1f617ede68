package io.suturescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    SettingsFile file = new SettingsFile(folder.resolve("deep/er/settings.properties"));
    Settings settings =
        new Settings(
            Settings.Theme.DARK,
            125,
            true,
            List.of(Path.of("/srv/a b=c"), Path.of("/srv/größe\\x\ny")),
            Optional.of(new Settings.WindowBounds(-8, 0, 1280.5, 800, true)));
    file.write(settings);
    assertThat(file.read()).isEqualTo(settings);
  }

  @Test
  void aMissingFileIsTheDefaults() {
    assertThat(new SettingsFile(folder.resolve("none")).read()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void whatCannotBeUnderstoodHasItsDefault() throws IOException {
    Path path = folder.resolve("settings.properties");
    Files.write(path, new byte[] {'t', 'h', 'e', 'm', 'e', '=', (byte) 0xff, '\n'});
    assertThat(new SettingsFile(path).read()).isEqualTo(Settings.DEFAULT);
    Files.writeString(path, "theme=NEON\nfont.percent=9000\nwindow.x=wide\nlater=yes\n\\u00zz=1\n");
    assertThat(new SettingsFile(path).read()).isEqualTo(Settings.DEFAULT);
    Files.writeString(path, "theme=NEON\nfont.percent=9000\nwindow.x=wide\nlater=yes\n");
    assertThat(new SettingsFile(path).read()).isEqualTo(Settings.DEFAULT.withFontPercent(200));
  }

  @Test
  void theRecentListKeepsTheNewestFirstAndOnce() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 20; i++) {
      settings = settings.withRecent(Path.of("p" + i));
    }
    settings = settings.withRecent(Path.of("p15"));
    assertThat(settings.recent()).hasSize(Settings.RECENT_LIMIT).doesNotHaveDuplicates();
    assertThat(settings.recent()).startsWith(Path.of("p15"), Path.of("p19"));
  }

  @Test
  void foldersFollowTheCustomsOfTheSystem() {
    Path home = Path.of("/home/ada");
    assertThat(UserFolders.of(Map.of(), "Linux", home).defaultWorkspace())
        .isEqualTo(Path.of("/home/ada/.local/share/suturescope/default.suturescope"));
    assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", home).data())
        .isEqualTo(Path.of("/data/suturescope"));
    assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", home).data())
        .isEqualTo(Path.of("/home/ada/.local/share/suturescope"));
    assertThat(UserFolders.of(Map.of(), "Mac OS X", home).config())
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Suturescope"));
  }
}
