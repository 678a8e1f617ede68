package io.suturescope.model.digest;

import io.suturescope.model.incident.Severity;

/// A log line with the texts that Python makes of its fields.
///
/// @param timestamp text as recorded
/// @param severity one of the four
/// @param status lower-case word
/// @param defaultValue Python's repr
/// @param suggestedFix empty when there is none
public record CodeSutureLine(
    String timestamp,
    Severity severity,
    String status,
    String fingerprint,
    String exceptionType,
    String function,
    String guardType,
    String target,
    String defaultValue,
    String suggestedFix) {}
