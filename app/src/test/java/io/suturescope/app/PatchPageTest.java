package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.code.PatchActions;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.incidents.IncidentDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a patch changed, in the real window over real files.
@Timeout(180)
class PatchPageTest {

  @TempDir Path folder;

  private OpenWindow shop() {
    OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"));
    window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
    return window;
  }

  private static void openPatch(OpenWindow window, String query, PatchTabs.Tab tab) {
    OpenWindow.onFx(() -> {
      window.session().frame().screenChosen("patches");
      return true;
    });
    window.settle();
    window.search(query);
    OpenWindow.onFx(() -> {
      window.session().patches().rowOpened(0);
      window.session().patches().tabChosen(tab);
      return true;
    });
    window.settle();
  }

  /// The text of both columns that can be seen, the left one first.
  private static String columns(OpenWindow window) {
    return OpenWindow.onFx(() ->
        window.scene().getRoot().lookupAll(".code-column").stream()
            .filter(PatchPageTest::isSeen)
            .map(node -> ((StyleClassedTextArea) node).getText())
            .collect(Collectors.joining("\n----\n")));
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theInstructionsOfTheGuardStandOutBesideTheOriginal() {
    try (OpenWindow window = shop()) {
      openPatch(window, "fn:unit_price", PatchTabs.Tab.BYTECODE);
      String[] sides = columns(window).split("\n----\n");
      assertThat(sides).hasSize(2);
      assertThat(sides[0]).contains("BINARY_OP").doesNotContain("POP_JUMP_FORWARD_IF_TRUE");
      assertThat(sides[1]).contains("POP_JUMP_FORWARD_IF_TRUE").contains("BINARY_OP");
      assertThat(window.texts()).contains("6 added", "Original", "Patched", "bytes valid");
      window.picture("patch-page");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void f7GoesThroughTheChangesAndF8ReadsThemAsSentences() {
    try (OpenWindow window = shop()) {
      openPatch(window, "fn:unit_price", PatchTabs.Tab.BYTECODE);
      window.robot.clickOn(".code-column");
      window.robot.type(KeyCode.F7);
      assertThat(window.texts()).anyMatch(text -> text.startsWith("Change 1 of 1"));
      window.robot.type(KeyCode.F8);
      assertThat(window.texts())
          .anyMatch(text -> text.startsWith("added, instruction") && text.contains("COPY 1"));
      window.picture("patch-list");
    }
  }

  @Test
  void everyPageBeginsAtItsTop() {
    try (OpenWindow window = shop()) {
      openPatch(window, "module:shop*", PatchTabs.Tab.BYTECODE);
      for (int row = 0; row < 6; row++) {
        int opened = row % 3;
        OpenWindow.onFx(() -> {
          window.session().patches().rowOpened(opened);
          return true;
        });
        window.settle();
        int first =
            OpenWindow.onFx(() ->
                window.scene().getRoot().lookupAll(".code-column").stream()
                    .filter(PatchPageTest::isSeen)
                    .mapToInt(node -> ((StyleClassedTextArea) node).visibleParToAllParIndex(0))
                    .max()
                    .orElseThrow());
        assertThat(first).as("page %s", row).isZero();
      }
    }
  }

  @Test
  void aCrashShowsItsPatchAndLeadsToThePage() {
    try (OpenWindow window = shop()) {
      window.search("fn:unit_price");
      OpenWindow.onFx(() -> {
        window.session().incidents().tabChosen(IncidentDetail.Tab.BYTECODE);
        return true;
      });
      window.settle();
      assertThat(columns(window)).contains("POP_JUMP_FORWARD_IF_TRUE");
      window.robot.clickOn("Open wide");
      window.settle();
      assertThat(window.session().frame().screen().id()).isEqualTo("patches");
      assertThat(window.texts()).contains("unit_price", "Bytecode");
      window.robot.type(KeyCode.ESCAPE);
      window.settle();
      assertThat(window.texts()).contains("1 patch in 1 source");
    }
  }

  @Test
  void whatIsExportedIsWhatTheCommandLinePrints() throws IOException {
    Files.createDirectories(folder.resolve("exports"));
    try (OpenWindow window = shop()) {
      openPatch(window, "fn:unit_price", PatchTabs.Tab.FIX);
      OpenWindow.onFx(() -> {
        window.session().patches().exportDiff(PatchActions.Part.BYTECODE, PatchActions.Format.TEXT);
        window.session().patches().exportFix();
        window.session().patches().exportSuggestions();
        return true;
      });
      window.settle();
      assertThat(exported("shop.pricing.unit_price-bytecode.txt"))
          .contains("+POP_JUMP_FORWARD_IF_TRUE");
      assertThat(exported("shop.pricing.unit_price.patch"))
          .startsWith("--- a/shop/pricing.py\n+++ b/shop/pricing.py\n");
      assertThat(exported("suggestions-shop.txt")).contains("shop.pricing:unit_price", "usable");
      assertThat(window.texts()).anyMatch(text -> text.startsWith("Written to "));
      assertThat(window.broken).isEmpty();
    }
  }

  private String exported(String name) throws IOException {
    return Files.readString(folder.resolve("exports").resolve(name));
  }

  @Test
  void anExportThatCannotBeWrittenIsToldAndHarmsNothing() {
    try (OpenWindow window = shop()) {
      openPatch(window, "fn:unit_price", PatchTabs.Tab.FIX);
      OpenWindow.onFx(() -> {
        window.session().patches().exportFix();
        return true;
      });
      window.settle();
      assertThat(window.texts()).contains("The export could not be written");
    }
  }
}
