package io.suturescope.views.controls;

import io.suturescope.model.timeline.TimeRange;
import java.time.Duration;
import java.time.Instant;

/// Time to pixels and back.
record TimeScale(TimeRange range, double left, double width) {

  private double seconds() {
    return Math.max(1e-3, range.length().toMillis() / 1e3);
  }

  double x(Instant time) {
    double since = Duration.between(range.start(), time).toMillis() / 1e3;
    return left + since / seconds() * width;
  }

  /// The time at a place, kept inside the range.
  Instant at(double x) {
    double share = Math.clamp((x - left) / Math.max(1, width), 0, 1);
    return plus(range.start(), share * seconds());
  }

  /// A range around a place that stays where it is: `factor` below 1 zooms in.
  TimeRange zoomed(double x, double factor) {
    double share = Math.clamp((x - left) / Math.max(1, width), 0, 1);
    double length = Math.clamp(seconds() * factor, 0.01, 200L * 365 * 86_400);
    Instant start = plus(at(x), -share * length);
    return new TimeRange(start, plus(start, length));
  }

  static Instant plus(Instant time, double seconds) {
    long whole = (long) Math.floor(seconds);
    return time.plusSeconds(whole).plusNanos((long) ((seconds - whole) * 1e9));
  }
}
