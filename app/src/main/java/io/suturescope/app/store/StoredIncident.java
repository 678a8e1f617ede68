package io.suturescope.app.store;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import java.util.Optional;

/// An incident with all that is known of it.
///
/// @param place where the line was read
/// @param escalatedTo severity of its alert where that differs from the log (codesuture.md 6)
/// @param foldedInto for a verification copy, the row id of its crash
public record StoredIncident(
    long id,
    long group,
    Incident incident,
    SourceRow source,
    Place place,
    long verificationCopies,
    long occurrences,
    Optional<Severity> escalatedTo,
    Optional<Long> foldedInto,
    boolean gone) {}
