package io.suturescope.model.origin;

/// What a file of a source turned out to be. Decided by content, not by name (codesuture.md 1).
public enum FileKind {
  INCIDENT_LOG,
  EVENT_LOG,
  /// The text that `codesuture run` printed.
  RUN_LOG,
  LIFECYCLE,
  PATCH_CODE,
  ORIGINAL_CODE,
  PATCH_METADATA,
  SECRET_KEY,
  ALERT,
  UNREAD_ALERTS,
  DIGEST,
  REWIND,
  FINGERPRINTS,
  LEARNED_RULES,
  ALERT_CONFIG,
  /// What an agent told, as if it were a file.
  AGENT_REPORT,
  UNKNOWN
}
