package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.patches.PatchesView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What hands do to the board, the state machine, the table and the calendar of patches.
final class PatchWaysTest extends WindowTest {

  private final Recorder recorder = new Recorder();
  private final PatchesView view = onFx(() -> new PatchesView(recorder.as(PatchesActions.class)));

  private Scene open(PatchesMode mode, int count) {
    return open(LifeSamples.patches(mode, count));
  }

  private Scene open(PatchesState state) {
    Scene scene = show(view::root, false, 100);
    runOnFx(() -> view.show(state));
    settle();
    runOnFx(view::focusRows);
    settle();
    return scene;
  }

  private void type(KeyCode... keys) {
    ROBOT.type(keys);
    settle();
  }

  private List<String> texts(String style) {
    return onFx(() ->
        view.root().lookupAll(style).stream()
            .filter(Node::isVisible)
            .map(node -> node instanceof Labeled label ? label.getText() : node.getAccessibleText())
            .toList());
  }

  private String focused(Scene scene) {
    return onFx(() -> scene.getFocusOwner().getAccessibleText());
  }

  @Test
  void arrowKeysWalkTheCardsAndEnterOpensOne() {
    open(PatchesMode.BOARD, 70);
    type(KeyCode.DOWN);
    assertThat(recorder.calls()).last().isEqualTo("rowSelected[7]");
    type(KeyCode.RIGHT);
    assertThat(recorder.calls()).last().isEqualTo("rowSelected[8]");
    type(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.UP);
    assertThat(recorder.calls()).last().isEqualTo("rowSelected[1]");
    type(KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("rowOpened[1]");
  }

  @Test
  void ofThousandsOfCardsOnlyThoseInSightAreMade() {
    open(PatchesMode.BOARD, 5_000);
    assertThat(onFx(() -> view.root().lookupAll(".patch-card").size())).isBetween(20, 150);
    type(KeyCode.END);
    assertThat(recorder.calls()).last().isEqualTo("rowSelected[4998]");
  }

  @Test
  void theHeadOfAColumnAsksForItsState() {
    open(PatchesMode.BOARD, 14);
    ROBOT.clickOn(ROBOT.lookup("Reopened").queryAs(Labeled.class));
    settle();
    assertThat(recorder.calls()).last().isEqualTo("effectivePressed[REOPENED]");
  }

  @Test
  void arrowKeysWalkTheMachineAndEnterAsks() {
    Scene scene = open(PatchesMode.MACHINE, 7);
    assertThat(focused(scene)).startsWith("Detected, no patches, leads to Patched 10,385 times");
    type(KeyCode.RIGHT);
    assertThat(focused(scene)).isEqualTo("Detected to Patched, 10,385 times, documented");
    type(KeyCode.RIGHT);
    assertThat(focused(scene))
        .startsWith("Patched, 12 patches, leads to Suggested 10,412 times")
        .endsWith("The selected patch was here at once");
    type(KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("statePressed[PATCHED]");
    type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("edgePressed[PATCHED, PERSISTED]");
  }

  @Test
  void edgesAreToldApartWithoutColour() {
    open(PatchesMode.MACHINE, 7);
    assertThat(texts(".edge-count")).contains("120 odd", "1 alarm", "10k", "27");
    assertThat(texts(".machine-legend .label"))
        .containsExactly("documented", "usual", "odd", "alarm");
  }

  @Test
  void aClickOnAStateOrACountAsks() {
    open(PatchesMode.MACHINE, 7);
    ROBOT.clickOn(ROBOT.lookup("120 odd").queryAs(Labeled.class));
    settle();
    assertThat(recorder.calls()).last().isEqualTo("edgePressed[SUGGESTED, EXPIRED]");
    Node expired = ROBOT.lookup(".state-expired").query();
    ROBOT.clickOn(expired);
    settle();
    assertThat(recorder.calls()).last().isEqualTo("statePressed[EXPIRED]");
  }

  @Test
  void aRangeWithoutStepsSaysSo() {
    PatchesState state = LifeSamples.patches(PatchesMode.MACHINE, 7);
    open(
        new PatchesState(
            state.emptiness(),
            state.head(),
            state.listing(),
            LifeSamples.still(),
            state.calendar(),
            state.anomalies(),
            state.time(),
            state.opened(),
            state.tab()));
    assertThat(texts(".label")).contains("No step was recorded in the chosen time.");
  }

  @Test
  void titlesSortByClickAndByKeyboard() {
    Scene scene = open(PatchesMode.TABLE, 38);
    Node crashes =
        ROBOT.lookup("Crashes").queryAll().stream()
            .filter(PatchWaysTest::isSeen)
            .findFirst()
            .orElseThrow();
    ROBOT.clickOn(crashes);
    settle();
    assertThat(recorder.calls()).last().isEqualTo("sortedBy[CRASHES]");
    runOnFx(() ->
        view.root().lookupAll(".table-title").stream()
            .filter(node -> node.isFocusTraversable() && isSeen(node))
            .findFirst()
            .orElseThrow()
            .requestFocus());
    type(KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("sortedBy[FUNCTION]");
    type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(focused(scene)).isEqualTo("Effective, sorted, smallest first");
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
  void daysAreWalkedAndChosenByKeyboard() {
    Scene scene = open(PatchesMode.CALENDAR, 38);
    assertThat(focused(scene)).startsWith("Saturday 21 November");
    type(KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("dayPressed[2026-11-22]");
    type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("dayPressed[2026-11-29]");
    type(KeyCode.PAGE_DOWN);
    assertThat(recorder.calls()).last().isEqualTo("monthMoved[1]");
  }

  @Test
  void theCalendarIsExportedAndItsDayAskedFor() {
    open(PatchesMode.CALENDAR, 38);
    ROBOT.clickOn(ROBOT.lookup("Export iCalendar…").queryAs(Labeled.class));
    ROBOT.clickOn(ROBOT.lookup("Ask for ttl:>=15h ttl:<39h").queryAs(Labeled.class));
    settle();
    assertThat(recorder.calls()).containsSubsequence("calendarExported[]", "dayAsked[]");
  }

  @Test
  void anAnomalyLeadsToItsPatch() {
    open(PatchesMode.ANOMALIES, 7);
    type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(recorder.calls()).last().isEqualTo("anomalyOpened[1]");
  }
}
