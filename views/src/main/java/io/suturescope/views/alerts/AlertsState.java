package io.suturescope.views.alerts;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.triage.TriagePart;
import java.util.Optional;
import java.util.OptionalInt;

/// Alerts and dismissals, ready to draw.
///
/// @param note how many there are, and how many of them are unread or hidden
/// @param alerts a new object whenever they are others
/// @param hidden dismissed alerts that are not shown
/// @param selected index of the selected row of the segment that is shown
/// @param form the sheet that is open
public record AlertsState(
    Emptiness emptiness,
    Segment segment,
    TimeView time,
    String note,
    RowWindow<AlertLine> alerts,
    RowWindow<DismissalLine> dismissals,
    int hidden,
    boolean dismissedShown,
    OptionalInt selected,
    Optional<TriagePart.Form> form) {

  public enum Segment {
    ALERTS,
    DISMISSALS
  }
}
