package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.code.PatchTabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The rewinds of a patch, in the real window over real files.
@Timeout(180)
class RewindTabTest {

  @TempDir Path folder;

  private Path shop() {
    return Sample.unpack(folder.resolve("sample")).resolve("shop");
  }

  private OpenWindow open(Path project, String function) {
    OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"));
    window.drop(project);
    openRewind(window, function);
    return window;
  }

  private static void openRewind(OpenWindow window, String function) {
    run(window, () -> window.session().frame().screenChosen("patches"));
    window.search("fn:" + function);
    run(
        window,
        () -> {
          window.session().patches().rowOpened(0);
          window.session().patches().tabChosen(PatchTabs.Tab.REWIND);
        });
  }

  private static void run(OpenWindow window, Runnable work) {
    OpenWindow.onFx(() -> {
      work.run();
      return true;
    });
    window.settle();
  }

  private static List<String> rows(OpenWindow window) {
    return OpenWindow.onFx(() ->
        window
            .robot
            .from(window.scene().getRoot())
            .lookup(".rewind-table .row-cell")
            .queryAll()
            .stream()
            .map(node -> ((ListCell<?>) node).getAccessibleText())
            .filter(text -> text != null)
            .toList());
  }

  @Test
  void theTimelineOfACrashOpensAtTheCrashAndLeadsBackToTheFirstNone() {
    try (OpenWindow window = open(shop(), "token_lifetime")) {
      assertThat(window.texts())
          .contains("Rewind", "◆ crash", "token_lifetime, line 7", "First frame where", "cfg")
          .anyMatch(text -> text.startsWith("Step ") && text.endsWith(", 0 s"));
      assertThat(rows(window)).contains("unchanged local cfg: None");
      window.robot.clickOn("Go there");
      window.settle();
      assertThat(window.texts()).contains("attempt, line 9").doesNotContain("◆ crash");
      window.picture("rewind-first");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void twoRewindsOfOneFunctionShowWhereTheyFirstDiffer() {
    try (OpenWindow window = open(shop(), "tax")) {
      assertThat(window.texts()).contains("Compare with");
      ComboBox<?> others = (ComboBox<?>) window.scene().lookup(".rewind-others");
      run(window, () -> others.getSelectionModel().select(1));
      assertThat(window.texts())
          .contains("This rewind", "The other one")
          .anyMatch(text -> text.startsWith("First difference: step "))
          .contains("► first difference");
      window.picture("rewind-two");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void whereTheFileIsGoneOnlyKindsOfValuesAreShown() throws IOException {
    Path project = shop();
    try (OpenWindow window = open(project, "unit_price")) {
      run(window, () -> window.session().patches().pageClosed());
      try (Stream<Path> files = Files.list(project.resolve(".codesuture_rewind"))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      openRewind(window, "unit_price");
      assertThat(window.texts())
          .anyMatch(text -> text.startsWith("The file of this rewind is not there any more"));
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void aPatchWithoutARewindSaysHowToGetOne() throws IOException {
    Path project = shop();
    try (Stream<Path> files = Files.list(project.resolve(".codesuture_rewind"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (OpenWindow window = open(project, "unit_price")) {
      assertThat(window.texts())
          .contains("No rewind of this function", "codesuture run --rewind app.py");
    }
  }
}
