package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.screens.Screen;
import io.suturescope.views.patches.PatchesMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Everything can be reached without a mouse: from the palette, and by the keys of the sheet.
@Timeout(300)
class PaletteTest {

  @TempDir Path folder;

  private static void type(OpenWindow window, String words) {
    window.robot.press(KeyCode.CONTROL);
    window.robot.type(KeyCode.K);
    window.robot.release(KeyCode.CONTROL);
    window.settle();
    window.robot.write(words);
    window.settle();
    window.robot.type(KeyCode.ENTER);
    window.settle();
  }

  @Test
  void everyScreenIsInThePalette() {
    try (OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"))) {
      List<Screen> reached = new ArrayList<>();
      for (Screen screen : Screen.values()) {
        type(window, screen.id().replace('_', ' '));
        reached.add(window.session().frame().screen());
      }
      assertThat(reached).containsExactly(Screen.values());
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void theWaysOfLookingAtPatchesAreInThePalette() {
    try (OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"))) {
      window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
      type(window, "patches: anomalies");
      assertThat(window.session().frame().screen()).isEqualTo(Screen.PATCHES);
      assertThat(window.session().patches().place().mode()).isEqualTo(PatchesMode.ANOMALIES);
      type(window, "patches: board");
      assertThat(window.session().patches().place().mode()).isEqualTo(PatchesMode.BOARD);
    }
  }

  @Test
  void theSheetNamesTheKeysOfWhatIsNew() {
    try (OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"))) {
      OpenWindow.onFx(() -> {
        window.session().frame().commandRun("keys");
        return true;
      });
      window.settle();
      assertThat(window.texts())
          .contains(
              "Verdicts",
              "Alerts",
              "What if",
              "Patches: state machine",
              "Post-mortem draft of the crash…",
              "Dismiss…",
              "Undo the last decision",
              "Rewind: play or stop",
              "Ctrl Shift 1");
      window.picture("keys");
    }
  }
}
