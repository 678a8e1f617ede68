package io.suturescope.views.controls;

import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse, wheel and keys on a timeline.
final class TimelineGestures {

  private static final double GRIP = 5;
  private static final double CLICK = 3;
  private static final double WHEEL_STEP = 1.2;

  private final TimelineCanvas view;
  private final Canvas canvas;
  private final TimelineActions actions;
  private Optional<TimeRange> drawn = Optional.empty();
  private Optional<Instant> anchor = Optional.empty();
  private double pressedAt;

  TimelineGestures(TimelineCanvas view, Canvas canvas, TimelineActions actions) {
    this.view = view;
    this.canvas = canvas;
    this.actions = actions;
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(this::dragged);
    canvas.setOnMouseReleased(this::released);
    canvas.setOnMouseMoved(this::moved);
    canvas.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        actions.brushCleared();
      }
    });
    canvas.setOnScroll(this::wheel);
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// The brush while it is being dragged.
  Optional<TimeRange> brush() {
    return drawn;
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    view.requestFocus();
    pressedAt = event.getX();
    anchor = view.parts().map(l -> grabbed(l, event.getX()).orElse(l.scale().at(event.getX())));
  }

  /// The far end of the brush when the pointer is on one of its handles.
  private Optional<Instant> grabbed(TimelineLayout layout, double x) {
    return view.state()
        .flatMap(TimelineState::brush)
        .flatMap(brush -> {
          if (Math.abs(layout.scale().x(brush.start()) - x) <= GRIP) {
            return Optional.of(brush.end());
          }
          boolean atEnd = Math.abs(layout.scale().x(brush.end()) - x) <= GRIP;
          return atEnd ? Optional.of(brush.start()) : Optional.empty();
        });
  }

  private void dragged(MouseEvent event) {
    if (anchor.isEmpty() || (drawn.isEmpty() && Math.abs(event.getX() - pressedAt) < CLICK)) {
      return;
    }
    drawn =
        view.parts().flatMap(l -> anchor.map(from -> between(from, l.scale().at(event.getX()))));
    view.redraw();
  }

  private void released(MouseEvent event) {
    Optional<TimeRange> range = drawn;
    drawn = Optional.empty();
    anchor = Optional.empty();
    range.filter(r -> !r.length().isZero()).ifPresent(actions::brushed);
    view.redraw();
  }

  private void moved(MouseEvent event) {
    view.parts()
        .ifPresent(l -> {
          boolean grip = grabbed(l, event.getX()).isPresent();
          canvas.setCursor(grip ? Cursor.H_RESIZE : Cursor.CROSSHAIR);
        });
    view.hover(event.getX(), event.getY());
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(event.getX(), event.getDeltaY() > 0 ? 1 / WHEEL_STEP : WHEEL_STEP);
      event.consume();
    }
  }

  private void zoom(double x, double factor) {
    view.parts().ifPresent(l -> actions.zoomed(l.scale().zoomed(x, factor)));
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    switch (code) {
      case LEFT, RIGHT -> step(code == KeyCode.LEFT ? -1 : 1, event.isShiftDown());
      case PLUS, EQUALS, ADD -> zoom(canvas.getWidth() / 2, 1 / WHEEL_STEP);
      case MINUS, SUBTRACT -> zoom(canvas.getWidth() / 2, WHEEL_STEP);
      case DELETE, BACK_SPACE -> actions.brushCleared();
      case ESCAPE -> escape();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void escape() {
    if (drawn.isPresent()) {
      drawn = Optional.empty();
      anchor = Optional.empty();
      view.redraw();
    } else {
      actions.steppedBack();
    }
  }

  private void step(int direction, boolean extend) {
    view.state().flatMap(s -> stepped(s, direction, extend)).ifPresent(actions::brushed);
  }

  private static Optional<TimeRange> stepped(TimelineState state, int direction, boolean extend) {
    List<Bucket> buckets = state.timeline().buckets();
    TimeRange whole = state.timeline().range();
    if (buckets.isEmpty()) {
      return Optional.empty();
    }
    Duration bucket = whole.length().dividedBy(buckets.size());
    if (state.brush().isEmpty()) {
      Instant start = direction < 0 ? whole.end().minus(bucket) : whole.start();
      return Optional.of(new TimeRange(start, start.plus(bucket)));
    }
    TimeRange brush = state.brush().get();
    Duration by = bucket.multipliedBy(direction);
    Instant end = earlier(brush.end().plus(by), whole.end());
    Instant start = extend ? brush.start() : later(brush.start().plus(by), whole.start());
    boolean room = start.isBefore(end);
    return room ? Optional.of(new TimeRange(start, end)) : Optional.empty();
  }

  private static TimeRange between(Instant a, Instant b) {
    return new TimeRange(earlier(a, b), later(a, b));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
