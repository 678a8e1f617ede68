package io.suturescope.views.verdicts;

import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import java.util.Optional;
import java.util.OptionalInt;

/// The screen of the verdicts, ready to draw.
///
/// @param noneRecorded true when there are patches and not one verdict
/// @param note how many there are
public record VerdictsState(
    Emptiness emptiness,
    boolean noneRecorded,
    RowWindow<VerdictLine> rows,
    OptionalInt selected,
    TimeView time,
    String note,
    Optional<VerdictDetail> detail) {}
