package io.suturescope.views.controls;

import io.suturescope.model.timeline.TimeRange;

/// What somebody does to a timeline.
public interface TimelineActions {

  /// Limits the list to a part of the timeline.
  void brushed(TimeRange range);

  void brushCleared();

  /// Shows another stretch of time; may be longer or shorter than the data.
  void zoomed(TimeRange range);

  /// Goes back to what was before the last brush or zoom.
  void steppedBack();
}
