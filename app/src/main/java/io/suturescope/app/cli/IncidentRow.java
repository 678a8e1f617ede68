package io.suturescope.app.cli;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import java.util.Optional;

/// An incident with where it came from and what is known of it besides.
///
/// @param source path of the imported folder, file or archive
/// @param copies verification copies that were folded into this crash
/// @param escalatedTo severity of its alert where that differs from the log's
record IncidentRow(
    Incident incident, Place place, String source, long copies, Optional<Severity> escalatedTo) {}
