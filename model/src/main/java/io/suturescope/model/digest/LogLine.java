package io.suturescope.model.digest;

import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One line of an incident log as it stands there, verification copies and repeats included: what
/// CodeSuture's own reports count (codesuture.md 7).
///
/// @param defaultValue JSON text
/// @param copy true for a verification copy
/// @param repeat true when the very same line stands in the workspace already
/// @param asRecorded field name to JSON text, as in {@link
///   io.suturescope.model.incident.Incident#asRecorded}
public record LogLine(
    Optional<Instant> time,
    Severity severity,
    IncidentStatus status,
    String fingerprint,
    String exceptionType,
    String function,
    String guardType,
    String targetVariable,
    String defaultValue,
    Optional<String> suggestedFix,
    boolean copy,
    boolean repeat,
    Map<String, String> asRecorded) {

  public LogLine {
    asRecorded = Map.copyOf(asRecorded);
  }

  /// Whether CodeSuture's readers keep the line: they drop a severity or status that they do not
  /// know, and fill in one that is missing (codesuture.md 3).
  public boolean readByCodeSuture() {
    return !(severity == Severity.UNKNOWN && asRecorded.containsKey("severity"))
        && !(status == IncidentStatus.UNKNOWN && asRecorded.containsKey("status"));
  }
}
