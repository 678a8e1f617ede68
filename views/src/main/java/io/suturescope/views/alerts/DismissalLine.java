package io.suturescope.views.alerts;

import io.suturescope.views.controls.Chip;

/// One dismissal of the inventory.
///
/// @param what it hides, such as a function
/// @param more of what it hides, such as exception and module
/// @param standing active, ended, dead
/// @param condition how long it holds, or why it ended
/// @param origin who, when, why
/// @param crashes of what it hides, now
/// @param active it can be ended
public record DismissalLine(
    String what,
    String more,
    Chip standing,
    String condition,
    String origin,
    long crashes,
    boolean active) {}
