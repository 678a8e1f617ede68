package io.suturescope.model.alert;

import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.Optional;

/// A crash as far as severity and alerts depend on it.
///
/// @param time empty when the record has none; such a crash has no place among the others
/// @param hits as recorded
/// @param replayed true from the ASGI middleware, which writes incidents and sends no alerts
/// @param source crashes of different sources are of different processes
public record Crash(
    Optional<Instant> time,
    CrashSite site,
    int hits,
    Severity severity,
    boolean replayed,
    int source) {}
