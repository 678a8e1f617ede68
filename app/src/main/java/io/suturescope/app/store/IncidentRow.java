package io.suturescope.app.store;

import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Optional;

/// An incident as a table shows it.
///
/// @param id of the row in this workspace, stable
/// @param group id of its group, see {@link GroupRow}
/// @param source display name of the source
/// @param verificationCopies copies folded into this crash (codesuture.md 9)
/// @param occurrences how often the very same line was read, at least 1
/// @param copy true for a verification copy, which is no crash
/// @param gone true when the line is no longer in its source
public record IncidentRow(
    long id,
    long group,
    String incidentId,
    Optional<Instant> time,
    Severity severity,
    IncidentStatus status,
    String fingerprint,
    String exceptionType,
    String exceptionMessage,
    String module,
    String function,
    String guardType,
    String filePath,
    int lineNumber,
    String pythonVersion,
    String threadName,
    String source,
    long verificationCopies,
    long occurrences,
    boolean copy,
    boolean gone) {}
