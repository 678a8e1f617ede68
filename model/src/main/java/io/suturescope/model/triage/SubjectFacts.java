package io.suturescope.model.triage;

/// What a workspace knows of a subject now: what conditions of dismissals look at.
///
/// @param crashes of the group, or of the group that the alert's incident belongs to, verification
///   copies left out
/// @param codeHash SHA-256 of the patch file of its function; empty without one
public record SubjectFacts(long crashes, String codeHash) {

  /// Of a subject that the workspace does not know.
  public static final SubjectFacts NONE = new SubjectFacts(0, "");
}
