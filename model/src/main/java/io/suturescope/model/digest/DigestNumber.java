package io.suturescope.model.digest;

import io.suturescope.model.query.IncidentQuery;

/// A number with the query that gives it again.
///
/// @param counted what of the query's matches is counted
public record DigestNumber(long value, Counted counted, IncidentQuery query) {

  /// What a number counts.
  public enum Counted {
    /// Crashes, or verification copies where the query says `is:copy`.
    INCIDENTS,
    /// Different fingerprints of the crashes, the empty one left out.
    PATTERNS,
    /// Different pairs of module and function of the crashes.
    FUNCTIONS,
    PATCHES,
    /// Crashes of event logs that were not patched.
    NOT_PATCHED
  }
}
