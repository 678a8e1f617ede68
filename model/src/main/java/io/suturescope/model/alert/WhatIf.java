package io.suturescope.model.alert;

import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.SeverityCounts;
import java.util.List;

/// The same crashes under two policies.
///
/// @param severitiesBefore as logged
/// @param changes what has another severity after, most crashes first
public record WhatIf(
    SeverityCounts severitiesBefore,
    SeverityCounts severitiesAfter,
    List<Change> changes,
    AlertSummary alertsBefore,
    AlertSummary alertsAfter) {

  public WhatIf {
    changes = List.copyOf(changes);
  }

  /// One place whose crashes have another severity.
  public record Change(CrashSite site, Severity from, Severity to, long crashes) {}

  /// Crashes that have another severity.
  public long changed() {
    return changes.stream().mapToLong(Change::crashes).sum();
  }
}
