package io.suturescope.model.alert;

import io.suturescope.model.alert.AlertOutcome.Why;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.timeline.SeverityCounts;
import java.time.Instant;
import java.util.Optional;

/// Adds up what a simulation sends.
final class AlertTally {

  private final AlertSimulation simulation;
  private final long[] bySeverity = new long[Severity.values().length];
  private final long[] byWhy = new long[Why.values().length];
  private long files;
  private long webhooks;
  private long escalated;
  private long lowered;
  private long undated;
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();

  AlertTally(AlertRouting routing) {
    simulation = new AlertSimulation(routing);
  }

  void add(Crash crash, Severity severity) {
    if (crash.time().isEmpty()) {
      undated++;
      return;
    }
    AlertOutcome outcome = simulation.next(crash.time().get(), crash, severity);
    byWhy[position(outcome.why())]++;
    if (!outcome.sent()) {
      return;
    }
    bySeverity[position(outcome.severity())]++;
    files += outcome.fileAt().isPresent() ? 1 : 0;
    webhooks += outcome.webhookAt().isPresent() ? 1 : 0;
    escalated += outcome.escalated() ? 1 : 0;
    lowered += outcome.escalated() && outcome.severity().compareTo(severity) > 0 ? 1 : 0;
    outcome.at().ifPresent(this::early);
    outcome.fileAt().or(outcome::webhookAt).ifPresent(this::late);
  }

  private void early(Instant at) {
    if (first.isEmpty() || at.isBefore(first.get())) {
      first = Optional.of(at);
    }
  }

  private void late(Instant at) {
    if (last.isEmpty() || at.isAfter(last.get())) {
      last = Optional.of(at);
    }
  }

  AlertSummary summary() {
    return new AlertSummary(
        files,
        of(Why.FILE_LATER),
        webhooks,
        of(Why.NOT_ROUTED) + of(Why.OFF),
        escalated,
        lowered,
        of(Why.SILENCED),
        simulation.silencedFunctions(),
        of(Why.MIDDLEWARE),
        undated,
        counts(),
        first,
        last);
  }

  private SeverityCounts counts() {
    SeverityCounts counts = SeverityCounts.NONE;
    for (Severity severity : Severity.values()) {
      counts = counts.plus(severity, bySeverity[position(severity)]);
    }
    return counts;
  }

  private long of(Why why) {
    return byWhy[position(why)];
  }

  @SuppressWarnings("EnumOrdinal") // an index into an array of this class, never stored
  private static int position(Enum<?> value) {
    return value.ordinal();
  }
}
