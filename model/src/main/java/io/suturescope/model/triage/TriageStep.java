package io.suturescope.model.triage;

import java.time.Instant;

/// A change as it was made.
///
/// @param by name of the person at the system
/// @param undone true while it is undone and can be done again
public record TriageStep(TriageChange change, String by, Instant at, boolean undone) {

  /// The same step, undone or done again.
  public TriageStep as(boolean isUndone) {
    return new TriageStep(change, by, at, isUndone);
  }
}
