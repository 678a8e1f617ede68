package io.suturescope.model.triage;

/// What a decision is about, by names that last over imports, not by the number of a row.
public sealed interface Subject {

  /// Crashes that are one row of the stream: equal in all five parts.
  ///
  /// @param guard type of the guard; may be empty, as may the others
  record Group(String fingerprint, String module, String function, String guard, String exception)
      implements Subject {}

  /// One alert file, by the incident id in its name (codesuture.md 6), never by a text in it.
  record Alert(String incidentId) implements Subject {}
}
