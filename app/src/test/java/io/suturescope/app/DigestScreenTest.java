package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.cli.DigestPrinted;
import io.suturescope.views.digest.DigestActions.Form;
import io.suturescope.views.digest.DigestActions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The digest, in the real window over real files.
@Timeout(180)
class DigestScreenTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @TempDir Path folder;

  private Path workspace() {
    return folder.resolve("night.suturescope");
  }

  private OpenWindow shop() {
    OpenWindow window = new OpenWindow(workspace());
    window.drop(Sample.unpack(folder.resolve("sample")).resolve("shop"));
    digest(window, screen -> screen.dayChosen(DAY));
    return window;
  }

  private static void digest(
      OpenWindow window, Consumer<io.suturescope.app.screens.DigestPresenter> gesture) {
    OpenWindow.onFx(() -> {
      window.session().frame().screenChosen("digest");
      gesture.accept(window.session().digest());
      return true;
    });
    window.settle();
  }

  /// All words of the page, in one line.
  private static String page(OpenWindow window) {
    return OpenWindow.onFx(() ->
        window.scene().getRoot().lookupAll(".digest-page Text").stream()
            .map(node -> ((Text) node).getText())
            .collect(Collectors.joining(" ")));
  }

  private static Hyperlink number(OpenWindow window, String tip) {
    return OpenWindow.onFx(() ->
        window.scene().getRoot().lookupAll(".digest-number").stream()
            .map(Hyperlink.class::cast)
            .filter(link -> link.getTooltip().getText().contains(tip))
            .findFirst()
            .orElseThrow());
  }

  private String printed(String... arguments) {
    return DigestPrinted.of(folder, workspace(), OpenWindow.MORNING, arguments);
  }

  private String exported(String name) throws IOException {
    return Files.readString(folder.resolve("exports").resolve(name));
  }

  @Test
  void aNumberLeadsToTheCrashesThatItCounts() {
    try (OpenWindow window = shop()) {
      assertThat(page(window)).contains("Daily digest — 2026-11-20 (UTC)", "All incidents");
      Hyperlink critical = number(window, "severity:critical");
      String count = OpenWindow.onFx(critical::getText);
      window.picture("digest-screen");
      OpenWindow.onFx(() -> {
        critical.fire();
        return true;
      });
      window.settle();
      assertThat(window.session().frame().screen().id()).isEqualTo("incidents");
      assertThat(window.session().frame().query().text())
          .isEqualTo("since:2026-11-20 until:2026-11-20 severity:critical");
      long counted =
          OpenWindow.onFx(
              () -> window.store().reading().counts(window.session().frame().query()).total());
      assertThat(Long.toString(counted)).isEqualTo(count).isNotEqualTo("0");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void aNumberOfPatchesLeadsToThePatches() {
    try (OpenWindow window = shop()) {
      Hyperlink expiring = number(window, "suturescope patches");
      OpenWindow.onFx(() -> {
        expiring.fire();
        return true;
      });
      window.settle();
      assertThat(window.session().frame().screen().id()).isEqualTo("patches");
    }
  }

  @Test
  void whatLeavesTheWindowIsWhatTheCommandLineWrites() throws IOException {
    Files.createDirectories(folder.resolve("exports"));
    String copied;
    try (OpenWindow window = shop()) {
      digest(
          window,
          screen -> {
            screen.export(Form.GITHUB);
            screen.export(Form.WEB_PAGE);
            screen.copy(Form.SLACK);
          });
      copied = OpenWindow.onFx(() -> Clipboard.getSystemClipboard().getString());
      digest(window, screen -> screen.periodChosen(true));
      digest(window, screen -> screen.export(Form.GITHUB));
      digest(window, screen -> screen.styleChosen(Style.CODESUTURE));
      digest(window, screen -> screen.export(Form.GITHUB));
      assertThat(window.broken).isEmpty();
    }
    String day = DAY.toString();
    assertThat(exported("digest-2026-11-20.md"))
        .contains("# Daily digest")
        .isEqualTo(printed("--day", day));
    assertThat(exported("digest-2026-11-20.html"))
        .isEqualTo(printed("--day", day, "--format", "html"));
    assertThat(copied).isEqualTo(printed("--day", day, "--flavour", "slack"));
    assertThat(exported("digest-week-2026-11-20.md")).isEqualTo(printed("--week", day));
    assertThat(exported("codesuture-digest-week-2026-11-20.md") + "\n")
        .contains("# CodeSuture Weekly Incident Report")
        .isEqualTo(printed("--week", day, "--style", "codesuture"));
  }

  @Test
  void codeSuturesOwnDigestIsDrawnAsItIsWritten() {
    try (OpenWindow window = shop()) {
      digest(window, screen -> screen.styleChosen(Style.CODESUTURE));
      String drawn =
          OpenWindow.onFx(() ->
              String.join(
                  "\n",
                  ((ListView<?>) window.scene().lookup(".written-lines"))
                      .getItems().stream().map(Object::toString).toList()));
      window.picture("digest-codesuture");
      digest(window, screen -> screen.copy(Form.GITHUB));
      String copied = OpenWindow.onFx(() -> Clipboard.getSystemClipboard().getString());
      assertThat(drawn + "\n").startsWith("# CodeSuture Daily Incident Report").isEqualTo(copied);
    }
  }

  @Test
  void aDayIsTypedAndAWrongOneIsLeftAlone() {
    try (OpenWindow window = shop()) {
      type(window, "2026-11-32");
      assertThat(page(window)).contains("Daily digest — 2026-11-20");
      type(window, "2026-11-19");
      assertThat(page(window)).contains("Daily digest — 2026-11-19");
      window.robot.clickOn("Yesterday");
      window.settle();
      assertThat(page(window)).contains("Daily digest — 2026-11-20");
    }
  }

  private static void type(OpenWindow window, String day) {
    window.robot.doubleClickOn(".day-field");
    window.robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    window.robot.write(day).type(KeyCode.ENTER);
    window.settle();
  }

  @Test
  void oneSourceOfSeveralIsChosen() {
    try (OpenWindow window = shop()) {
      window.drop(Sample.unpack(folder.resolve("sample")).resolve("api"));
      digest(window, screen -> screen.dayChosen(DAY));
      assertThat(window.texts()).contains("All sources");
      long second =
          OpenWindow.onFx(() ->
              window.store().reading().sources().stream()
                  .filter(row -> row.identity().displayName().equals("api"))
                  .findFirst()
                  .orElseThrow()
                  .id());
      digest(window, screen -> screen.sourceChosen(OptionalLong.of(second)));
      assertThat(page(window)).contains(", of the source").contains("api");
      digest(window, screen -> screen.styleChosen(Style.CODESUTURE));
      assertThat(window.texts()).contains("api").doesNotContain("All sources");
    }
  }

  @Test
  void anEmptyWorkspaceSaysWhatWouldBeHere() {
    try (OpenWindow window = new OpenWindow(workspace())) {
      digest(window, _ -> {});
      assertThat(window.texts()).contains("No digest yet", "Open a sample workspace");
    }
  }
}
