package io.suturescope.views;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.alerts.AlertLine;
import io.suturescope.views.alerts.AlertsState;
import io.suturescope.views.alerts.DismissalLine;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.incidents.IncidentsState;
import io.suturescope.views.triage.TriageActions.Hold;
import io.suturescope.views.triage.TriagePart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decisions and alerts that never happened.
final class TriageSamples {

  private TriageSamples() {}

  static TriagePart.Form form(TriagePart.Kind kind) {
    return new TriagePart.Form(
        kind,
        kind.name().length(),
        "Dismiss 1,204 groups",
        "Hides 1,204 groups, 14,092 crashes now. They still count in the timeline, the digest and"
            + " every export.",
        "",
        Hold.WEEK);
  }

  /// The stream with marks, hidden groups and something decided.
  static IncidentsState decided(Optional<TriagePart.Form> form) {
    IncidentsState plain = Samples.incidents(Samples.rows(), 8, IncidentDetail.Tab.STORY);
    return new IncidentsState(
        plain.emptiness(),
        plain.timeline(),
        plain.rows(),
        plain.version(),
        plain.selected(),
        plain.firstVisible(),
        plain.sort(),
        plain.columnWidths(),
        plain.dividers(),
        plain.detail(),
        plain.patch(),
        plain.tab(),
        new TriagePart(
            1_204,
            1,
            14,
            new TriagePart.Offer(1_204, true, true, true, true),
            List.of(
                "It was dismissed by mia on 2026-11-18 because known noise. It is back: 12 more"
                    + " crashes came."),
            "# Why\n\nsee **PR 12**",
            form));
  }

  static AlertsState alerts(AlertsState.Segment segment) {
    AlertLine plain =
        new AlertLine(
            "0a1b2c3d4e5f",
            Severity.CRITICAL,
            Optional.of(Severity.MEDIUM),
            "Cart.line_total",
            "AttributeError: 'NoneType' object has no attribute 'amount'",
            Optional.of(Samples.NOW.minusSeconds(7_200)),
            "ALERT_2026-11-20_230355_CRITICAL_0a1b2c3d4e5f.md",
            true,
            "",
            false);
    AlertLine dismissed =
        new AlertLine(
            "1a1b2c3d4e5f",
            Severity.HIGH,
            Optional.empty(),
            "greeting",
            "KeyError: 'user'",
            Optional.empty(),
            "ALERT_2026-11-20_230355_HIGH_1a1b2c3d4e5f.md (gone from source)",
            false,
            "until the code of the patch changes: fixed in PR 12",
            true);
    return new AlertsState(
        Emptiness.NOT_EMPTY,
        segment,
        Samples.TIME,
        "2 alerts, 1 unread, 1 dismissed",
        RowWindow.of(List.of(plain, dismissed)),
        RowWindow.of(
            List.of(
                new DismissalLine(
                    "Cart.line_total",
                    "AttributeError · shop.cart",
                    new Chip("Active", Tone.ACCENT),
                    "until 10 more crashes come than the 88 there were",
                    "was dismissed by mia on 2026-11-18 because known noise",
                    88,
                    true))),
        1,
        true,
        OptionalInt.of(0),
        Optional.empty());
  }
}
