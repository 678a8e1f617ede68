package io.suturescope.model.incident;

import java.util.List;
import java.util.Optional;

/// Every rule in order, with what came of it: all up to the first that matched did not match.
///
/// @param steps rules 1 to 8 of codesuture.md 4
public record SeverityTrace(List<Step> steps) {

  public SeverityTrace {
    steps = List.copyOf(steps);
  }

  public enum Outcome {
    NO_MATCH,
    DECIDES,
    /// An earlier rule has decided.
    NOT_REACHED
  }

  /// One rule.
  ///
  /// @param number in codesuture.md 4
  /// @param condition in plain words
  /// @param why one plain clause about this record; empty when not reached
  /// @param severity that it gives; only of the rule that decides
  public record Step(
      int number, String condition, Outcome outcome, String why, Optional<Severity> severity) {}

  /// The rule that decides; the last one matches everything.
  public Step winner() {
    return steps.stream()
        .filter(step -> step.outcome() == Outcome.DECIDES)
        .findFirst()
        .orElseThrow();
  }

  public Severity severity() {
    return winner().severity().orElseThrow();
  }
}
