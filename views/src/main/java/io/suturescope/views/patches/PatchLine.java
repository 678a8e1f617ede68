package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.TimeLeft;
import io.suturescope.views.controls.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One patch, on a card and in the table.
///
/// @param severity of its latest crash; UNKNOWN without one
/// @param place module, and the source where there are several
/// @param guards one of each layer, in their order
/// @param recorded state as recorded; may be empty
/// @param left empty where nothing says when its time ends
/// @param signature empty for a patch without a file
/// @param age such as "3 d"; empty when nothing says since when it is there
/// @param python such as "3.12"; may be empty
public record PatchLine(
    Severity severity,
    String place,
    String function,
    List<String> guards,
    String recorded,
    Chip effective,
    Optional<TimeLeft> left,
    Verdict verdict,
    Optional<Chip> signature,
    long crashes,
    Optional<Instant> lastSeen,
    String age,
    String python) {

  public PatchLine {
    guards = List.copyOf(guards);
  }
}
