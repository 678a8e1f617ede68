package io.suturescope.model.alert;

import io.suturescope.model.alert.AlertOutcome.Why;
import io.suturescope.model.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends crashes through a routing as CodeSuture does (codesuture.md 6).
///
/// Repeats are counted by function name, the module ignored, in the memory of one process. No log
/// says where a process ended, so they are counted **as if one process per source ran the whole
/// time**: where a restart forgot the count, an alert is escalated here that really was not.
public final class AlertSimulation {

  /// What the result rests on, in one sentence.
  public static final String ASSUMPTION =
      "Repeats are counted as if one process per source ran the whole time.";

  /// How long a HIGH without `file` waits.
  public static final Duration WAIT = Duration.ofMinutes(15);

  private static final long HOUR = 3_600_000_000L;

  private final AlertRouting routing;
  private final long windowMicros;
  private final Map<Name, RecentTimes> latest = new HashMap<>();
  private final Set<Name> silenced = new HashSet<>();

  private record Name(int source, String function) {}

  public AlertSimulation(AlertRouting routing) {
    this.routing = routing;
    this.windowMicros = routing.windowHours() * HOUR;
  }

  /// Functions that are silenced so far.
  public int silencedFunctions() {
    return silenced.size();
  }

  /// The next crash.
  ///
  /// @param time not before the one of the crash before it
  /// @param severity as the incident line says, before escalation
  public AlertOutcome next(Instant time, Crash crash, Severity severity) {
    if (crash.replayed()) {
      return nothing(severity, false, Why.MIDDLEWARE);
    }
    if (!routing.enabled()) {
      return nothing(severity, false, Why.OFF);
    }
    Name name = new Name(crash.source(), crash.site().function());
    boolean often = often(name, time);
    if (often && routing.escalation().isEmpty()) {
      silenced.add(name);
    }
    if (silenced.contains(name)) {
      return nothing(severity, false, Why.SILENCED);
    }
    return sent(often ? routing.escalation().orElse(severity) : severity, often, time);
  }

  /// Counts this crash, and says whether there are enough of them in the window.
  private boolean often(Name name, Instant time) {
    long micros = time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    // Only whether the threshold is reached matters, not by how many.
    int threshold = routing.repeatThreshold();
    RecentTimes times = latest.computeIfAbsent(name, _ -> new RecentTimes());
    return times.add(micros, threshold, windowMicros) >= threshold;
  }

  private AlertOutcome sent(Severity severity, boolean escalated, Instant time) {
    Set<AlertChannel> channels = routing.channels().getOrDefault(severity, Set.of());
    Optional<Instant> webhook =
        when(channels.contains(AlertChannel.WEBHOOK) && routing.webhookEnabled(), time);
    boolean file = channels.contains(AlertChannel.FILE);
    if (severity == Severity.HIGH && !file && routing.fileEnabled()) {
      Optional<Instant> later = Optional.of(time.plus(WAIT));
      return new AlertOutcome(severity, escalated, webhook, later, Why.FILE_LATER);
    }
    Optional<Instant> written = when(file && routing.fileEnabled(), time);
    boolean any = webhook.isPresent() || written.isPresent();
    return new AlertOutcome(severity, escalated, webhook, written, any ? Why.SENT : Why.NOT_ROUTED);
  }

  private static Optional<Instant> when(boolean condition, Instant time) {
    return condition ? Optional.of(time) : Optional.empty();
  }

  private static AlertOutcome nothing(Severity severity, boolean escalated, Why why) {
    return new AlertOutcome(severity, escalated, Optional.empty(), Optional.empty(), why);
  }
}
