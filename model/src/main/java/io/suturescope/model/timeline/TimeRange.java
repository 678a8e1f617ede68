package io.suturescope.model.timeline;

import java.time.Duration;
import java.time.Instant;

/// A half-open stretch of time: `start` is in it, `end` is not.
public record TimeRange(Instant start, Instant end) {

  public TimeRange {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a range cannot end before it starts");
    }
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }
}
