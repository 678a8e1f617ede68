package io.suturescope.views.alerts;

import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Optional;

/// One alert in the list.
///
/// @param severity after escalation, as the file says
/// @param logged severity of the incident's line, where it differs
/// @param function that crashed; the alert's heading when its incident is not in the workspace
/// @param raised exception; may be empty
/// @param file where the alert was read
/// @param dismissed what is said of a dismissal, whether it holds or not; may be empty
/// @param hidden its dismissal holds
public record AlertLine(
    String incidentId,
    Severity severity,
    Optional<Severity> logged,
    String function,
    String raised,
    Optional<Instant> time,
    String file,
    boolean unread,
    String dismissed,
    boolean hidden) {}
