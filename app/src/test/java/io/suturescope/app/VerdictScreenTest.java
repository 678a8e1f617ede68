package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.screens.Screen;
import io.suturescope.views.frame.FrameState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What shadow runs said, in the real window over real files.
@Timeout(300)
class VerdictScreenTest {

  @TempDir Path folder;

  private static void go(OpenWindow window, Screen screen) {
    OpenWindow.onFx(() -> {
      window.session().frame().screenChosen(screen.id());
      return true;
    });
    window.settle();
  }

  /// The project without the text that its run printed.
  private OpenWindow shop() throws IOException {
    OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"));
    Path shop = Sample.unpack(folder.resolve("sample")).resolve("shop");
    Files.move(shop.resolve("run.log"), folder.resolve("console.txt"));
    window.drop(shop);
    return window;
  }

  /// As `codesuture run` printed it, saved by hand.
  private Path printed() {
    return folder.resolve("console.txt");
  }

  @Test
  void todayLeadsFromBothValuesToTheVerdictsThatDiverge() {
    try (OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"))) {
      window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
      go(window, Screen.TODAY);
      assertThat(window.texts())
          .contains(
              "Order.shipping: the original returned None, the patched one returns ''; also"
                  + " Order.totals.",
              "greeting: unnecessary in 2 of 3 shadow runs.");
      window.picture("today-divergent");
      window.robot.clickOn("Compare values");
      window.settle();
      assertThat(window.session().frame().screen()).isEqualTo(Screen.VERDICTS);
      assertThat(window.session().frame().query().text()).isEqualTo("verdict:divergent");
      assertThat(window.texts())
          .contains("Order.shipping", "Order.totals")
          .doesNotContain("greeting");
    }
  }

  @Test
  void aDroppedTextShowsBothSidesOfADivergence() throws IOException {
    try (OpenWindow window = shop()) {
      window.drop(printed());
      go(window, Screen.VERDICTS);
      assertThat(window.texts())
          .contains("divergent", "Order.shipping", "The original returned", "Open patch")
          .contains("The original returned None, the patched code returned ''.");
      assertThat(
              OpenWindow.onFx(() ->
                  window.scene().getRoot().lookupAll(".verdict-value .marked").stream()
                      .map(node -> ((Labeled) node).getText())
                      .toList()))
          .containsExactlyInAnyOrder("None", "''");
      window.picture("verdicts-light");
      OpenWindow.onFx(() -> {
        window.session().frame().themeChosen(FrameState.Theme.DARK);
        return true;
      });
      window.settle();
      window.picture("verdicts-dark");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void theKeyboardGoesThroughTheLedgers() throws IOException {
    try (OpenWindow window = shop()) {
      window.drop(printed());
      go(window, Screen.VERDICTS);
      window.robot.type(KeyCode.J, KeyCode.J);
      window.settle();
      assertThat(window.texts())
          .contains(
              "The original succeeded with the same result: the patch changed nothing in that"
                  + " call.");
      window.picture("verdicts-unnecessary");
      window.robot.type(KeyCode.K, KeyCode.ESCAPE);
      window.settle();
      assertThat(window.texts()).doesNotContain("Open patch");
      window.picture("verdicts-list");
      window.robot.type(KeyCode.J, KeyCode.ENTER);
      window.settle();
      assertThat(window.session().frame().screen()).isEqualTo(Screen.PATCHES);
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void theQueryChoosesAmongTheLedgersAndStaysOnTheScreen() throws IOException {
    try (OpenWindow window = shop()) {
      window.drop(printed());
      go(window, Screen.VERDICTS);
      window.search("verdict:not_run");
      assertThat(window.session().frame().screen()).isEqualTo(Screen.VERDICTS);
      assertThat(window.texts()).contains("No verdict").doesNotContain("divergent");
      window.picture("verdicts-not-run");
    }
  }

  @Test
  void anEmptyWorkspaceTeachesWhereVerdictsComeFrom() {
    try (OpenWindow window = new OpenWindow(folder.resolve("empty.suturescope"))) {
      go(window, Screen.VERDICTS);
      assertThat(window.texts()).contains("No verdict yet");
      window.picture("verdicts-empty");
    }
  }

  @Test
  void patchesWithoutOneVerdictAreNotCalledFine() throws IOException {
    Path project = folder.resolve("plain");
    Path store = Files.createDirectories(project.resolve(".codesuture_store"));
    Files.write(store.resolve("m.f.code"), new byte[] {(byte) 0xe3, 0, 0});
    Files.writeString(store.resolve("m.f.json"), "{\"func_name\": \"f\", \"guard_type\": \"x\"}");
    try (OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"))) {
      window.drop(project);
      go(window, Screen.VERDICTS);
      assertThat(window.texts())
          .contains("No verdict has been recorded")
          .anyMatch(text -> text.contains("codesuture run --shadow"));
      assertThat(Optional.of(window.texts()).get()).doesNotContain("fine");
      window.picture("verdicts-unrecorded");
    }
  }
}
