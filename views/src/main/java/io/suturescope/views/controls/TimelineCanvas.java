package io.suturescope.views.controls;

import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Crashes over time, stacked by severity, with a brush.
///
/// Drag selects, the handles adjust, a double click clears, the wheel zooms around the pointer, Esc
/// steps back. By keyboard: arrows move the brush by a bucket, with Shift they extend it, + and -
/// zoom. A toggle shows the same buckets as a table.
public final class TimelineCanvas extends Region {

  private static final double SMALL = 11.0 / 13;

  private final Canvas canvas = new Canvas(1, 1);
  private final Label fontProbe = new Label();
  private final ToggleButton asTable = new ToggleButton();
  private final TimelineTable table = new TimelineTable();
  private final CanvasPaints paints;
  private final TimelineGestures gestures;
  private final Tooltip tip = new Tooltip();
  private Optional<TimelineState> state = Optional.empty();
  private boolean small;
  private int rectangles;

  public TimelineCanvas(TimelineActions actions) {
    getStyleClass().add("timeline");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    fontProbe.setManaged(false);
    fontProbe.setVisible(true);
    fontProbe.getStyleClass().add("canvas-font");
    asTable.getStyleClass().addAll("quiet", "small", "timeline-toggle");
    asTable.setGraphic(Labels.icon(Feather.LIST));
    asTable.setAccessibleText(Words.of("timeline.as_table"));
    asTable.setTooltip(Labels.tip(Words.of("timeline.as_table")));
    table.root().visibleProperty().bind(asTable.selectedProperty());
    canvas.visibleProperty().bind(asTable.selectedProperty().not());
    getChildren().addAll(canvas, fontProbe, table.root(), asTable);
    paints = new CanvasPaints(getChildren(), this::requestLayout);
    fontProbe.fontProperty().addListener(_ -> requestLayout());
    gestures = new TimelineGestures(this, canvas, actions);
    tip.setShowDelay(Duration.millis(150));
    tip.setHideOnEscape(false);
    tip.setHideDelay(Duration.millis(80));
    Tooltip.install(canvas, tip);
  }

  /// A timeline that can be seen but not changed, without the toggle.
  public static TimelineCanvas small(TimelineActions actions) {
    TimelineCanvas canvas = new TimelineCanvas(actions);
    canvas.asTable.setVisible(false);
    canvas.small = true;
    return canvas;
  }

  public void show(TimelineState newState) {
    if (state.filter(newState::equals).isPresent()) {
      return;
    }
    state = Optional.of(newState);
    setAccessibleText(TimelineWords.summary(newState));
    table.show(newState);
    requestLayout();
  }

  /// What is drawn, with pixels; empty before the first state.
  Optional<TimelineLayout> parts() {
    return state.map(s -> TimelineLayout.of(getWidth(), getHeight(), em(), s, small));
  }

  Optional<TimelineState> state() {
    return state;
  }

  /// Bars of the last drawing; for tests.
  int rectangles() {
    return rectangles;
  }

  void hover(double x, double y) {
    parts()
        .flatMap(l -> state.map(s -> TimelineWords.at(s, l, x, y)))
        .ifPresent(text -> {
          tip.setText(text);
        });
  }

  void redraw() {
    requestLayout();
  }

  private double em() {
    return fontProbe.getFont().getSize() / SMALL;
  }

  @Override
  protected void layoutChildren() {
    // Kept at the size of the viewport: a canvas beyond the size of a texture cannot be drawn.
    canvas.setWidth(Math.clamp(Math.floor(getWidth()), 1, 8_192));
    canvas.setHeight(Math.clamp(Math.floor(getHeight()), 1, 4_096));
    asTable.autosize();
    double side = small ? 0 : em() * 1.4;
    layoutInArea(asTable, 0, 2, getWidth() - side, getHeight(), 0, HPos.RIGHT, VPos.TOP);
    double band = asTable.getHeight() + 6;
    table.root().resizeRelocate(0, band, getWidth(), Math.max(0, getHeight() - band));
    draw();
  }

  private void draw() {
    parts()
        .ifPresent(layout ->
            state.ifPresent(s -> {
              Optional<TimeRange> brush = gestures.brush().or(s::brush);
              rectangles =
                  new TimelinePainter(canvas.getGraphicsContext2D(), paints, layout, s)
                      .paint(fontProbe.getFont(), brush);
            }));
  }

  @Override
  protected double computePrefHeight(double width) {
    return em() * 10;
  }

  @Override
  protected double computeMinHeight(double width) {
    return em() * 5;
  }
}
