package io.suturescope.model.alert;

import io.suturescope.model.timeline.SeverityCounts;
import java.time.Instant;
import java.util.Optional;

/// What was sent for many crashes.
///
/// @param files alert files, those written later included
/// @param filesLater the files that wait 15 minutes first, and are lost if the process ends
/// @param webhooks messages
/// @param nobody crashes that nobody is told of at once: the digest holds them
/// @param escalated alerts whose severity is that of the escalation
/// @param lowered those of them that say less than the log
/// @param silenced crashes of silenced functions
/// @param silencedFunctions by name and source
/// @param middleware crashes that the ASGI middleware recorded
/// @param undated crashes without a time, which are not simulated
/// @param bySeverity crashes that somebody is told of, by the severity of the alert
/// @param first moment at which anything goes out
/// @param last moment at which anything goes out
public record AlertSummary(
    long files,
    long filesLater,
    long webhooks,
    long nobody,
    long escalated,
    long lowered,
    long silenced,
    long silencedFunctions,
    long middleware,
    long undated,
    SeverityCounts bySeverity,
    Optional<Instant> first,
    Optional<Instant> last) {}
