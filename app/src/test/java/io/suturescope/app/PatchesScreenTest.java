package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.screens.PatchesPresenter;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.patches.PatchColumn;
import io.suturescope.views.patches.PatchesMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The screen of the patches, in the real window over real files.
@Timeout(180)
class PatchesScreenTest {

  @TempDir Path folder;

  private OpenWindow shop() {
    OpenWindow window = new OpenWindow(folder.resolve("night.suturescope"));
    window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
    return window;
  }

  private static void patches(OpenWindow window, Consumer<PatchesPresenter> gesture) {
    OpenWindow.onFx(() -> {
      if (!window.session().frame().screen().id().equals("patches")) {
        window.session().frame().screenChosen("patches");
      }
      return true;
    });
    window.settle();
    OpenWindow.onFx(() -> {
      gesture.accept(window.session().patches());
      return true;
    });
    window.settle();
  }

  private static void type(OpenWindow window, KeyCode... keys) {
    for (KeyCode key : keys) {
      window.robot.type(key);
      window.settle();
    }
  }

  private static String focused(OpenWindow window) {
    return OpenWindow.onFx(() -> window.scene().getFocusOwner().getAccessibleText());
  }

  /// The words with a style class that can be seen, from the top.
  private static List<String> words(OpenWindow window, String style) {
    return OpenWindow.onFx(() ->
        window.scene().getRoot().lookupAll(style).stream()
            .filter(node -> isSeen(node) && node.localToScene(0, 0).getY() > 0)
            .map(node -> ((Labeled) node).getText())
            .toList());
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
  void theBoardIsWalkedByKeyboardAndACardOpensItsPage() {
    try (OpenWindow window = shop()) {
      patches(window, screen -> screen.modeChosen(PatchesMode.BOARD));
      assertThat(words(window, ".board-head .chip")).isNotEmpty();
      assertThat(words(window, ".patch-card .name")).isNotEmpty();
      window.picture("board");
      String first = words(window, ".patch-card .name").getFirst();
      type(window, KeyCode.HOME, KeyCode.ENTER);
      assertThat(words(window, ".patch-head .heading")).contains(first);
      type(window, KeyCode.ESCAPE);
      assertThat(words(window, ".patch-card .name")).contains(first);
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void theMachineIsWalkedByKeyboardAndEnterEditsTheQuery() {
    try (OpenWindow window = shop()) {
      window.search("");
      patches(window, screen -> screen.modeChosen(PatchesMode.MACHINE));
      window.picture("machine");
      assertThat(focused(window)).startsWith("Detected, no patches, leads to Patched");
      type(window, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
      assertThat(focused(window)).startsWith("Suggested");
      type(window, KeyCode.ENTER);
      assertThat(window.session().frame().query().text()).isEqualTo("state:suggested");
      assertThat(focused(window)).startsWith("Suggested");
      type(window, KeyCode.LEFT, KeyCode.ENTER);
      assertThat(window.session().frame().query().text()).isEqualTo("state:patched,suggested");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void theTableIsSortedAndTheOrderIsRemembered() {
    try (OpenWindow window = shop()) {
      patches(window, screen -> screen.modeChosen(PatchesMode.TABLE));
      patches(window, screen -> screen.sortedBy(PatchColumn.CRASHES));
      List<Long> falling = crashes(window);
      assertThat(falling).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
      patches(window, screen -> screen.sortedBy(PatchColumn.CRASHES));
      assertThat(crashes(window)).isSorted();
      window.picture("table");
    }
    try (OpenWindow again = new OpenWindow(folder.resolve("night.suturescope"))) {
      patches(again, _ -> {});
      assertThat(again.session().patches().place().mode()).isEqualTo(PatchesMode.TABLE);
      assertThat(crashes(again)).isSorted();
    }
  }

  private static List<Long> crashes(OpenWindow window) {
    return OpenWindow.onFx(() ->
        window.scene().getRoot().lookupAll(".row-cell .number").stream()
            .filter(PatchesScreenTest::isSeen)
            .filter(node -> !((Labeled) node).getText().isEmpty())
            .sorted(
                (a, b) -> Double.compare(a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
            .map(node -> Long.valueOf(((Labeled) node).getText().replace(",", "")))
            .toList());
  }

  @Test
  void theCalendarIsExportedAsItIsListed() throws IOException {
    try (OpenWindow window = shop()) {
      patches(window, screen -> screen.modeChosen(PatchesMode.CALENDAR));
      window.picture("calendar");
      Files.createDirectories(folder.resolve("exports"));
      patches(window, PatchesPresenter::calendarExported);
      String file = Files.readString(folder.resolve("exports").resolve("patches-ttl.ics"));
      assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").contains("BEGIN:VEVENT", "TTL ends");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void aDayListsItsPatchesAndAsksForThem() {
    try (OpenWindow window = shop()) {
      window.search("");
      patches(window, screen -> screen.modeChosen(PatchesMode.CALENDAR));
      Node day =
          OpenWindow.onFx(() ->
              window.scene().getRoot().lookupAll(".month-day").stream()
                  .filter(node -> node.lookup(".month-ends") != null)
                  .findFirst()
                  .orElseThrow());
      window.robot.clickOn(day);
      window.settle();
      List<String> listed = words(window, ".calendar-cell .name");
      assertThat(listed).isNotEmpty();
      patches(window, PatchesPresenter::dayAsked);
      assertThat(window.session().frame().query().text()).startsWith("ttl:>=").contains(" ttl:<");
      patches(window, screen -> screen.modeChosen(PatchesMode.TABLE));
      assertThat(words(window, ".row-cell .name")).containsAll(listed);
    }
  }

  @Test
  void theLifeOfAPatchNamesItsStepsAndEveryRule() {
    try (OpenWindow window = shop()) {
      patches(window, screen -> screen.rowOpened(0));
      patches(window, screen -> screen.tabChosen(PatchTabs.Tab.LIFE));
      window.picture("life");
      assertThat(words(window, ".life-table .name")).contains("detected → patched");
      assertThat(words(window, ".life .fact-name"))
          .anyMatch(name -> name.startsWith("Suturescope") && name.endsWith("(used here)"))
          .contains("audit", "loader");
      window.robot.clickOn("Copy as Markdown");
      window.settle();
      assertThat(OpenWindow.onFx(() -> Clipboard.getSystemClipboard().getString()))
          .startsWith("## History of ")
          .contains("| When (UTC) | From | To |", "| `detected` | `patched` |");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void anAnomalyIsCountedInTheHeadAndLeadsToTheLifeOfItsPatch() {
    try (OpenWindow window = shop()) {
      patches(window, screen -> screen.modeChosen(PatchesMode.TABLE));
      assertThat(window.texts()).contains("2 anomalies");
      patches(window, screen -> screen.modeChosen(PatchesMode.ANOMALIES));
      window.picture("anomalies");
      assertThat(words(window, ".row-cell .chip")).contains("bounces", "alert differs");
      type(window, KeyCode.ENTER);
      assertThat(words(window, ".patch-head .heading")).containsExactly("import_record");
      assertThat(words(window, ".life .strong")).contains("2 things are odd");
      window.picture("life-odd");
      assertThat(window.broken).isEmpty();
    }
  }
}
