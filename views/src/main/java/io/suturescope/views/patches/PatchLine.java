package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Chip;
import java.time.Instant;
import java.util.Optional;

/// One patch in the list.
///
/// @param severity of its latest crash; UNKNOWN without one
/// @param place module, and the source where there are several
/// @param recorded state as recorded; may be empty
/// @param signature empty for a patch without a file
/// @param left time to live that is left, such as "2d" or "5h over"; may be empty
public record PatchLine(
    Severity severity,
    String place,
    String function,
    String guard,
    String recorded,
    Chip effective,
    String left,
    boolean over,
    Optional<Chip> signature,
    long crashes,
    Optional<Instant> lastSeen) {}
