package io.suturescope.model.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One line of an incident log (codesuture.md 3).
///
/// A field that is missing, or whose recorded value its type cannot hold, has its default here
/// (empty text, 0, empty list) and stands with its recorded JSON text in `asRecorded`, as do fields
/// that CodeSuture 1.1.0 does not know and the ones it never fills when they are filled. So nothing
/// that was recorded is lost, and nothing odd is shown as if it were normal.
///
/// @param time empty when the record has no usable time; such an incident is never given one
/// @param lineNumber from 1; 0 when unknown
/// @param stackTrace entries as recorded, each with inner newlines; empty from the ASGI middleware
/// @param defaultValue JSON text of what the guard substitutes
/// @param suggestedFix the text of codesuture.md 8, empty when there is none
/// @param fixConfidence LIKELY, EXPERIMENTAL, VERIFIED or empty
/// @param ttlDays whole days as recorded
/// @param shadowVerified true marks a verification copy (codesuture.md 9), which is not a crash
/// @param asRecorded field name to JSON text, for what the other components cannot say
public record Incident(
    String id,
    Optional<Instant> time,
    String fingerprint,
    String exceptionType,
    String exceptionMessage,
    String module,
    String function,
    int lineNumber,
    String filePath,
    List<String> stackTrace,
    Severity severity,
    IncidentStatus status,
    String guardType,
    String targetVariable,
    String defaultValue,
    Optional<String> suggestedFix,
    String fixConfidence,
    String reviewPriority,
    String pythonVersion,
    String codesutureVersion,
    int ttlDays,
    int hitCount,
    String threadName,
    boolean shadowVerified,
    Map<String, String> asRecorded) {

  public Incident {
    Objects.requireNonNull(id);
    Objects.requireNonNull(time);
    stackTrace = List.copyOf(stackTrace);
    // The order of the fields is the order of the record: Map.copyOf would lose it.
    asRecorded =
        asRecorded.isEmpty()
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(asRecorded));
  }
}
