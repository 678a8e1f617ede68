package io.suturescope.views.controls;

import java.util.List;

/// Where the parts of a timeline stand, in pixels.
///
/// @param lanes those that have marks
record TimelineLayout(double width, double height, double em, List<Lane> lanes, TimeScale scale) {

  static TimelineLayout of(double width, double height, double em, TimelineState state) {
    double margin = em * 1.4;
    List<Lane> lanes = state.lanes().stream().filter(l -> !l.marks().isEmpty()).toList();
    TimeScale scale =
        new TimeScale(state.timeline().range(), margin, Math.max(1, width - 2 * margin));
    return new TimelineLayout(width, height, em, lanes, scale);
  }

  double axisHeight() {
    return em * 1.5;
  }

  double laneHeight() {
    return em * 1.35;
  }

  double lanesHeight() {
    return lanes.isEmpty() ? 0 : lanes.size() * laneHeight() + em * 0.3;
  }

  double barsTop() {
    return em * 0.6;
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
