package io.suturescope.views.controls;

import java.util.List;

/// Where the parts of a timeline stand, in pixels.
///
/// @param lanes those that have marks
record TimelineLayout(double width, double height, double em, List<Lane> lanes, TimeScale scale) {

  private static final double LANE = 1.35;
  private static final double LEAST_BARS = 6.5;

  /// @param small without margins at the sides, to stand in line with words above and below
  static TimelineLayout of(
      double width, double height, double em, TimelineState state, boolean small) {
    double margin = small ? 2 : em * 1.4;
    // Where height is short the bars come first, and as many lanes as fit below them.
    long room = Math.max(0, (long) ((height - em * LEAST_BARS) / (em * LANE)));
    List<Lane> lanes =
        state.lanes().stream().filter(l -> !l.marks().isEmpty()).limit(room).toList();
    TimeScale scale =
        new TimeScale(state.timeline().range(), margin, Math.max(1, width - 2 * margin));
    return new TimelineLayout(width, height, em, lanes, scale);
  }

  double axisHeight() {
    return em * 1.5;
  }

  double laneHeight() {
    return em * LANE;
  }

  double lanesHeight() {
    return lanes.isEmpty() ? 0 : lanes.size() * laneHeight() + em * 0.3;
  }

  double barsTop() {
    // Above the bars is room for the highest count and the toggle, so that neither covers a bar.
    return Math.rint(em * 1.75);
  }

  double barsBottom() {
    return Math.max(barsTop() + 4, Math.rint(height - axisHeight() - lanesHeight()));
  }

  double barsHeight() {
    return barsBottom() - barsTop();
  }

  double lanesTop() {
    return barsBottom() + axisHeight();
  }
}
