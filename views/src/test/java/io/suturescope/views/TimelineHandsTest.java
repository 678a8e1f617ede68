package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.controls.TimelineActions;
import io.suturescope.views.controls.TimelineCanvas;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What hands do to a timeline. It shows 48 hours from 18 November, 1280 pixels wide, with a brush
/// from hour 27 to hour 40.
final class TimelineHandsTest extends WindowTest {

  private static final double MARGIN = 13 * 1.4;
  private static final double HOUR = (1280 - 2 * MARGIN) / 48;

  private final Recorder recorder = new Recorder();
  private TimelineCanvas timeline;
  private Node surface;

  @BeforeEach
  void open() {
    timeline = onFx(() -> new TimelineCanvas(recorder.as(TimelineActions.class)));
    show(() -> new StackPane(timeline), false, 100);
    runOnFx(() -> timeline.show(Samples.timeline(true)));
    settle();
    surface =
        timeline.getChildrenUnmodifiable().stream()
            .filter(Canvas.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static double x(double hour) {
    return MARGIN + hour * HOUR;
  }

  @Test
  void dragBrushesAndArrowKeysMoveTheBrush() {
    runOnFx(() -> Mouse.drag(surface, x(6.1), x(12.1)));
    assertThat(recorder.calls()).hasSize(1);
    assertThat(recorder.calls().getFirst())
        .startsWith("brushed[TimeRange[start=2026-11-18T06:0")
        .contains("end=2026-11-18T12:0");
    runOnFx(timeline::requestFocus);
    ROBOT.type(KeyCode.RIGHT);
    ROBOT.type(KeyCode.ESCAPE);
    settle();
    assertThat(recorder.calls().subList(1, recorder.calls().size()))
        .hasSize(2)
        .last()
        .isEqualTo("steppedBack[]");
  }

  @Test
  void handleMovesOneEndAndLeavesTheOther() {
    runOnFx(() -> Mouse.drag(surface, x(27), x(20)));
    assertThat(recorder.calls()).hasSize(1);
    assertThat(recorder.calls().getFirst())
        .startsWith("brushed[TimeRange[start=2026-11-18T")
        .endsWith("end=2026-11-19T16:00:00Z]]");
  }

  @Test
  void doubleClickClears() {
    runOnFx(() -> Mouse.fire(surface, MouseEvent.MOUSE_CLICKED, x(10), 1));
    assertThat(recorder.calls()).isEmpty();
    runOnFx(() -> Mouse.fire(surface, MouseEvent.MOUSE_CLICKED, x(10), 2));
    assertThat(recorder.calls()).containsExactly("brushCleared[]");
  }

  @Test
  void wheelZoomsAroundThePointer() {
    runOnFx(() -> wheel(40));
    runOnFx(() -> wheel(-40));
    List<String> calls = recorder.calls();
    assertThat(calls).hasSize(2).allMatch(c -> c.startsWith("zoomed[TimeRange["));
    // Nearer: the left edge has moved to the right; farther: to the left.
    assertThat(calls.getFirst()).startsWith("zoomed[TimeRange[start=2026-11-18T04:");
    assertThat(calls.getLast()).startsWith("zoomed[TimeRange[start=2026-11-17T19:");
  }

  private void wheel(double by) {
    surface.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            x(24),
            40,
            x(24),
            40,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            by,
            0,
            by,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(surface, x(24), 40)));
  }

  @Test
  void toggleShowsTheSameBucketsAsATable() {
    ToggleButton toggle = (ToggleButton) timeline.lookup(".timeline-toggle");
    TableView<?> table = (TableView<?>) timeline.lookup(".timeline-table");
    assertThat(table.isVisible()).isFalse();
    runOnFx(toggle::fire);
    settle();
    assertThat(table.isVisible()).isTrue();
    assertThat(surface.isVisible()).isFalse();
    assertThat(table.getItems()).hasSize(96);
    // The toggle stands beside the table, not on it.
    assertThat(table.getBoundsInParent().intersects(toggle.getBoundsInParent())).isFalse();
    runOnFx(toggle::fire);
    settle();
    assertThat(table.isVisible()).isFalse();
    assertThat(surface.isVisible()).isTrue();
  }
}
