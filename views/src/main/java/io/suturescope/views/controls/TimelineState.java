package io.suturescope.views.controls;

import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import java.util.List;
import java.util.Optional;

/// A timeline ready to draw.
///
/// @param brush the part that the list below is limited to
public record TimelineState(
    SeverityTimeline timeline, Optional<TimeRange> brush, TimeView time, List<Lane> lanes) {

  public TimelineState {
    lanes = List.copyOf(lanes);
  }
}
