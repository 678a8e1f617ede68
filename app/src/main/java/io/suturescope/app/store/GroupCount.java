package io.suturescope.app.store;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.SeverityCounts;
import java.time.Instant;
import java.util.Optional;

/// A group with what it counts, as {@link GroupRow} but without what is slow to find for thousands.
///
/// @param worst worst logged severity
/// @param counts of crashes that match the query
/// @param last empty when none of them has a usable time
public record GroupCount(
    long id,
    String fingerprint,
    String module,
    String function,
    String guardType,
    String exceptionType,
    Severity worst,
    SeverityCounts counts,
    Optional<Instant> last) {}
