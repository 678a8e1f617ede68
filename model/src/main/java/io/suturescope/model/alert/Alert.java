package io.suturescope.model.alert;

import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Optional;

/// One ALERT_*.md file (codesuture.md 6).
///
/// @param incidentId from the file name; empty when the name holds none
/// @param severity from the file name, after escalation, so it may differ from the log's
/// @param time UTC second of writing, from the file name
/// @param title first heading, plain text
public record Alert(String incidentId, Severity severity, Optional<Instant> time, String title) {}
