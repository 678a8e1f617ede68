package io.suturescope.views.code;

import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.TimeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The life of one patch, ready to draw.
///
/// @param note what to know of the steps, such as that there are none; may be empty
public record LifeState(
    List<Step> steps, List<Rule> rules, List<Odd> anomalies, TimeView time, String note) {

  public LifeState {
    steps = List.copyOf(steps);
    rules = List.copyOf(rules);
    anomalies = List.copyOf(anomalies);
  }

  /// One transition.
  ///
  /// @param guard of the entry it stands in
  /// @param dwell how long the state before it lasted; may be empty
  /// @param judged how the edge is classed
  /// @param place file and line
  public record Step(
      Optional<Instant> at,
      String from,
      String to,
      String guard,
      String dwell,
      Chip judged,
      String reason,
      String place) {}

  /// What one of the rules about age says of the patch (codesuture.md 2.2).
  ///
  /// @param used true for the one that the ends of time in this window follow
  public record Rule(String name, String sentence, boolean used) {}

  /// Something odd, with what shows it.
  public record Odd(String kind, boolean alarming, String sentence, String evidence) {}
}
