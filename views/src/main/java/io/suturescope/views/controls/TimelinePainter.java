package io.suturescope.views.controls;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.Bucket;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws a timeline: at most (pixel columns × severities) rectangles, however many buckets.
final class TimelinePainter {

  private static final List<Severity> BOTTOM_UP =
      List.of(Severity.UNKNOWN, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

  private final GraphicsContext g;
  private final CanvasPaints paints;
  private final TimelineLayout layout;
  private final TimelineState state;
  private int rectangles;

  TimelinePainter(
      GraphicsContext g, CanvasPaints paints, TimelineLayout layout, TimelineState state) {
    this.g = g;
    this.paints = paints;
    this.layout = layout;
    this.state = state;
  }

  /// Draws everything and says how many bars that took.
  int paint(Font font, Optional<TimeRange> brush) {
    g.clearRect(0, 0, layout.width(), layout.height());
    g.setFont(font);
    brush.ifPresent(this::brushGround);
    grid();
    bars();
    axis();
    lanes();
    brush.ifPresent(this::brushHandles);
    return rectangles;
  }

  private void grid() {
    g.setFill(paints.role("canvas-grid"));
    for (int i = 0; i < 2; i++) {
      double y = Math.rint(layout.barsTop() + layout.barsHeight() * i / 2.0);
      g.fillRect(layout.scale().left(), y, layout.scale().width(), 1);
    }
    g.setFill(paints.role("canvas-axis"));
    g.fillRect(layout.scale().left(), layout.barsBottom(), layout.scale().width(), 1);
  }

  private void bars() {
    List<Bucket> buckets = state.timeline().buckets();
    if (buckets.isEmpty()) {
      return;
    }
    List<Column> columns = Columns.of(buckets, state.timeline().range(), layout.scale());
    long highest = columns.stream().mapToLong(c -> c.counts().total()).max().orElse(0);
    for (Column column : columns) {
      column(column, highest);
    }
    if (highest > 0) {
      scaleHint(highest);
    }
  }

  /// What the top line stands for.
  private void scaleHint(long highest) {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(paints.role("canvas-text"));
    String words = Words.of("timeline.highest", Words.number(highest));
    g.fillText(words, layout.scale().left(), layout.barsTop() / 2);
  }

  private void column(Column column, long highest) {
    long total = column.counts().total();
    if (total == 0 || highest == 0) {
      return;
    }
    double tall = Math.max(2, layout.barsHeight() * total / highest);
    double y = layout.barsBottom();
    long below = 0;
    for (Severity severity : BOTTOM_UP) {
      long count = column.counts().of(severity);
      if (count > 0) {
        below += count;
        double top = Math.rint(layout.barsBottom() - tall * below / total);
        // Whatever is there is seen: even one crash among thousands has a pixel.
        top = Math.min(top, y - 1);
        g.setFill(paints.role("canvas-bar-" + severity.name().toLowerCase(Locale.ROOT)));
        g.fillRect(column.x(), top, column.width(), y - top);
        rectangles++;
        y = top;
      }
    }
  }

  /// Buckets that fall into the same pixels, as one bar.
  record Column(double x, double width, SeverityCounts counts) {}

  private void axis() {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    double mid = layout.barsBottom() + layout.axisHeight() / 2;
    int room = (int) Math.max(1, layout.scale().width() / (layout.em() * 5.8));
    double free = 0;
    for (AxisTicks.Tick tick : AxisTicks.of(state.timeline().range(), state.time().zone(), room)) {
      double x = Math.rint(layout.scale().x(tick.at()));
      double end = x + 4 + tick.text().length() * g.getFont().getSize() * 0.54;
      g.setFill(paints.role("canvas-axis"));
      g.fillRect(x, layout.barsBottom(), 1, tick.strong() ? layout.em() * 0.5 : 4);
      g.setFill(paints.role(tick.strong() ? "canvas-text-strong" : "canvas-text"));
      if (x >= free && end < layout.width()) {
        g.fillText(tick.text(), x + 4, mid);
        free = end + layout.em() * 0.4;
      }
    }
  }

  private void lanes() {
    double y = layout.lanesTop();
    for (Lane lane : layout.lanes()) {
      double mid = y + layout.laneHeight() / 2;
      g.setFill(paints.role("canvas-text"));
      g.setTextBaseline(VPos.CENTER);
      g.fillText(lane.name(), layout.scale().left(), mid);
      g.setFill(paints.role("canvas-grid"));
      double from = layout.scale().left() + layout.em() * 6;
      g.fillRect(from, Math.rint(mid), layout.scale().left() + layout.scale().width() - from, 1);
      for (LaneMark mark : lane.marks()) {
        if (state.timeline().range().contains(mark.at())) {
          mark(mark, layout.scale().x(mark.at()), mid, layout.em() * 0.34);
        }
      }
      y += layout.laneHeight();
    }
  }

  private void mark(LaneMark mark, double x, double y, double r) {
    g.setFill(paints.tone(mark.tone()));
    g.setStroke(paints.tone(mark.tone()));
    g.setLineWidth(1.5);
    switch (mark.shape()) {
      case SQUARE -> g.fillRoundRect(x - r, y - r, 2 * r, 2 * r, r, r);
      case DISC -> g.fillOval(x - r, y - r, 2 * r, 2 * r);
      case RING -> g.strokeOval(x - r, y - r, 2 * r, 2 * r);
      case DIAMOND ->
          g.fillPolygon(new double[] {x, x + r, x, x - r}, new double[] {y - r, y, y + r, y}, 4);
      case TRIANGLE ->
          g.fillPolygon(new double[] {x - r, x + r, x}, new double[] {y - r, y - r, y + r}, 3);
    }
  }

  private void brushGround(TimeRange brush) {
    double from = x(brush.start());
    g.setFill(paints.role("canvas-brush"));
    g.fillRect(from, 0, Math.max(2, x(brush.end()) - from), layout.barsBottom());
  }

  private void brushHandles(TimeRange brush) {
    g.setFill(paints.role("canvas-handle"));
    double grip = Math.min(layout.em() * 1.4, layout.barsBottom() / 2);
    for (Instant edge : List.of(brush.start(), brush.end())) {
      double x = Math.rint(x(edge));
      g.fillRect(x - 1, 0, 2, layout.barsBottom());
      g.fillRoundRect(x - 3, layout.barsBottom() / 2 - grip / 2, 6, grip, 4, 4);
    }
  }

  private double x(Instant time) {
    TimeScale scale = layout.scale();
    return Math.clamp(scale.x(time), scale.left(), scale.left() + scale.width());
  }
}
