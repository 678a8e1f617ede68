package io.suturescope.model.alert;

import io.suturescope.model.alert.WhatIf.Change;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.model.timeline.SeverityCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Puts crashes, in order of time, under two policies.
///
/// A crash keeps its logged severity unless the edited rules judge it otherwise than the rules
/// before did: so rules that are not edited change nothing, not even where a log holds what no rule
/// gives.
public final class WhatIfCount {

  private static final Comparator<Change> MOST_FIRST =
      Comparator.comparingLong(Change::crashes)
          .reversed()
          .thenComparing(change -> change.site().function())
          .thenComparing(change -> change.site().module())
          .thenComparing(change -> change.site().guard())
          .thenComparing(Change::from);

  private final SeverityRules before;
  private final SeverityRules after;
  private final AlertTally alertsBefore;
  private final AlertTally alertsAfter;
  private final Map<Severity, LongAdder> logged = zeros();
  private final Map<Severity, LongAdder> edited = zeros();
  private final Map<Judged, Optional<Severity>> judged = new HashMap<>();
  private final Map<Moved, Long> moved = new HashMap<>();

  private record Judged(CrashSite site, int hits) {}

  private record Moved(CrashSite site, Severity from, Severity to) {}

  public WhatIfCount(AlertPolicy before, AlertPolicy after) {
    this.before = before.rules();
    this.after = after.rules();
    alertsBefore = new AlertTally(before.routing());
    alertsAfter = new AlertTally(after.routing());
  }

  /// @param crash not earlier than the one before it
  public void add(Crash crash) {
    Severity was = crash.severity();
    Severity now = another(crash).orElse(was);
    count(logged, was);
    count(edited, now);
    if (was != now) {
      moved.merge(new Moved(crash.site(), was, now), 1L, Long::sum);
    }
    alertsBefore.add(crash, was);
    alertsAfter.add(crash, now);
  }

  /// The severity after, where the rules differ.
  private Optional<Severity> another(Crash crash) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    int hits = crash.replayed() ? 0 : crash.hits();
    return judged.computeIfAbsent(new Judged(crash.site(), hits), this::judge);
  }

  private Optional<Severity> judge(Judged place) {
    Severity was = severity(before, place);
    Severity now = severity(after, place);
    return was == now ? Optional.empty() : Optional.of(now);
  }

  private static Severity severity(SeverityRules rules, Judged place) {
    CrashSite site = place.site();
    return rules.trace(site.guard(), site.module(), site.function(), place.hits()).severity();
  }

  public WhatIf result() {
    List<Change> changes = new ArrayList<>();
    moved.forEach(
        (move, crashes) -> changes.add(new Change(move.site(), move.from(), move.to(), crashes)));
    changes.sort(MOST_FIRST);
    return new WhatIf(
        counts(logged), counts(edited), changes, alertsBefore.summary(), alertsAfter.summary());
  }

  private static Map<Severity, LongAdder> zeros() {
    Map<Severity, LongAdder> zeros = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      zeros.put(severity, new LongAdder());
    }
    return zeros;
  }

  private static void count(Map<Severity, LongAdder> numbers, Severity severity) {
    Objects.requireNonNull(numbers.get(severity)).increment();
  }

  private static SeverityCounts counts(Map<Severity, LongAdder> numbers) {
    SeverityCounts counts = SeverityCounts.NONE;
    for (Map.Entry<Severity, LongAdder> number : numbers.entrySet()) {
      counts = counts.plus(number.getKey(), number.getValue().sum());
    }
    return counts;
  }
}
