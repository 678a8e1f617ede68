package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesView;
import io.suturescope.views.rewind.RewindState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What hands do with a rewind.
final class RewindHandsTest extends WindowTest {

  private final Recorder recorder = new Recorder();

  private PatchesView rewind(RewindState state) {
    PatchesView view = onFx(() -> new PatchesView(recorder.as(PatchesActions.class)));
    show(view::root, false, 100);
    runOnFx(() ->
        view.show(
            PatchSamples.opened(
                PatchSamples.page(PatchSamples.guarded()), state, PatchTabs.Tab.REWIND)));
    runOnFx(view::focusRows);
    settle();
    return view;
  }

  /// Every text that can be seen.
  private static List<String> texts() {
    return onFx(() ->
        ROBOT.lookup(n -> n instanceof Labeled && isSeen(n)).queryAll().stream()
            .map(n -> ((Labeled) n).getText())
            .filter(text -> text != null && !text.isEmpty())
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

  private static List<String> spokenRows() {
    return onFx(() ->
        ROBOT.lookup(".rewind-table .row-cell").queryAll().stream()
            .map(n -> ((ListCell<?>) n).getAccessibleText())
            .filter(text -> text != null)
            .toList());
  }

  @Test
  void aRewindOpensAtItsCrash() {
    rewind(RewindSamples.two());
    assertThat(texts())
        .contains("Step 6 of 6, 0 s", "Exception", "◆ crash", "greeting, line 22", "crash");
    assertThat(spokenRows()).contains("unchanged local profile: None", "new local size: 3");
  }

  @Test
  void commaAndPeriodStepWithoutLeavingTheCallsInBetween() {
    rewind(RewindSamples.two());
    ROBOT.type(KeyCode.COMMA);
    assertThat(texts()).contains("Step 5 of 6, −0.000080 s", "Call", "greeting, line 21");
    ROBOT.type(KeyCode.COMMA);
    assertThat(texts())
        .contains("Step 4 of 6, −0.000190 s", "Return", "No variable was recorded at this step.");
    ROBOT.type(KeyCode.PERIOD);
    assertThat(texts()).contains("Step 5 of 6, −0.000080 s");
  }

  @Test
  void scrubbingGoesToAStepAndTellsWhatCodeSutureCut() {
    rewind(RewindSamples.two());
    Slider slider = ROBOT.lookup(".rewind .slider").queryAs(Slider.class);
    runOnFx(() -> slider.setValue(2));
    settle();
    assertThat(texts()).contains("audit, line 30");
    assertThat(spokenRows())
        .anyMatch(row -> row.endsWith("(cut by CodeSuture after 200 characters)"));
  }

  @Test
  void arrowsStepWhileTheSliderHasTheKeyboard() {
    rewind(RewindSamples.two());
    runOnFx(() -> ROBOT.lookup(".rewind .slider").query().requestFocus());
    ROBOT.type(KeyCode.LEFT);
    ROBOT.type(KeyCode.LEFT);
    ROBOT.type(KeyCode.RIGHT);
    assertThat(texts()).anyMatch(text -> text.startsWith("Step 5 of 6"));
  }

  @Test
  void theFirstFrameOfTheValueIsOnePressAway() {
    rewind(RewindSamples.two());
    assertThat(texts())
        .contains(
            "First frame where", "profile", "None", "step 2, handle_request, line 12 (likely)");
    ROBOT.clickOn("Go there");
    assertThat(texts()).contains("Step 2 of 6, −0.000290 s");
    assertThat(spokenRows()).contains("new argument profile: None", "new argument token: '•••'");
  }

  @Test
  void pressingTheChartGoesToTheStepThere() {
    rewind(RewindSamples.two());
    Node chart = ROBOT.lookup(".depth-chart").query();
    runOnFx(() -> Mouse.drag(chart, 20, 20));
    settle();
    assertThat(texts()).anyMatch(text -> text.startsWith("Step 1 of 6"));
  }

  @Test
  void playingEndsAtTheLastStepByItself() throws TimeoutException {
    rewind(RewindSamples.two());
    ROBOT.clickOn("Play");
    assertThat(texts()).contains("Pause").doesNotContain("Play");
    ROBOT.clickOn("4×");
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> texts().contains("Play"));
    assertThat(texts()).contains("Step 6 of 6, 0 s");
  }

  @Test
  void twoRewindsStandSideBySideWithTheFirstDifferenceMarked() {
    rewind(RewindSamples.two());
    ComboBox<?> others = ROBOT.lookup(".rewind-others").queryAs(ComboBox.class);
    runOnFx(() -> others.getSelectionModel().select(1));
    settle();
    assertThat(texts())
        .contains(
            "First difference: step 1 here, step 1 there, serve, line 4: request",
            "► first difference",
            "Call serve, line 4 · request = '/hello?u=7'",
            "Call serve, line 4 · request = '/hello?u=9'");
    runOnFx(() -> others.getSelectionModel().select(0));
    settle();
    assertThat(texts()).contains("◆ crash").doesNotContain("► first difference");
  }

  @Test
  void theLongestTimelineCanBeSteppedToo() {
    rewind(RewindSamples.longest());
    assertThat(texts()).contains("Step 5,000 of 5,000, 0 s");
    ROBOT.type(KeyCode.COMMA);
    assertThat(texts()).anyMatch(text -> text.startsWith("Step 4,999 of 5,000"));
  }

  @Test
  void withoutARewindItSaysHowToGetOne() {
    rewind(RewindState.NONE);
    assertThat(texts()).contains("No rewind of this function", "codesuture run --rewind app.py");
  }
}
