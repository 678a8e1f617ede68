package io.suturescope.model.alert;

import io.suturescope.model.incident.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who is told of a crash and how (codesuture.md 6).
///
/// @param channels of the four severities; one that is left out goes to the digest only
/// @param repeatThreshold crashes of one function name from which on alerts are escalated, at least
///   1
/// @param windowHours how long a crash counts for that, at least 1
/// @param escalateTo the word as configured; one that is no severity silences the function
public record AlertRouting(
    boolean enabled,
    boolean fileEnabled,
    boolean webhookEnabled,
    Map<Severity, Set<AlertChannel>> channels,
    int repeatThreshold,
    int windowHours,
    String escalateTo) {

  /// The severities that can be routed, worst first.
  public static final List<Severity> SEVERITIES =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  /// What CodeSuture 1.1.0 does without a `.codesuture.toml`.
  public static final AlertRouting CODESUTURE =
      new AlertRouting(
          true,
          true,
          false,
          Map.of(
              Severity.CRITICAL, EnumSet.of(AlertChannel.FILE, AlertChannel.WEBHOOK),
              Severity.HIGH, EnumSet.of(AlertChannel.FILE),
              Severity.MEDIUM, EnumSet.of(AlertChannel.DIGEST),
              Severity.LOW, EnumSet.of(AlertChannel.DIGEST)),
          5,
          24,
          "CRITICAL");

  public AlertRouting {
    if (repeatThreshold < 1 || windowHours < 1) {
      throw new IllegalArgumentException("thresholds count from 1");
    }
    Map<Severity, Set<AlertChannel>> all = new EnumMap<>(Severity.class);
    for (Severity severity : SEVERITIES) {
      Set<AlertChannel> chosen = EnumSet.noneOf(AlertChannel.class);
      chosen.addAll(channels.getOrDefault(severity, Set.of(AlertChannel.DIGEST)));
      all.put(severity, Collections.unmodifiableSet(chosen));
    }
    channels = Collections.unmodifiableMap(all);
  }

  /// What a configuration means. A routing table replaces the usual one as a whole.
  public static AlertRouting of(AlertConfig config) {
    Map<Severity, Set<AlertChannel>> routes = new EnumMap<>(Severity.class);
    config
        .routing()
        .forEach((word, channels) -> {
          Set<AlertChannel> known = EnumSet.noneOf(AlertChannel.class);
          channels.forEach(channel -> AlertChannel.of(channel).ifPresent(known::add));
          routes.put(Severity.ofRecorded(word), known);
        });
    return new AlertRouting(
        config.enabled(),
        config.fileEnabled(),
        config.webhookEnabled(),
        config.routing().isEmpty() ? CODESUTURE.channels : routes,
        config.repeatThreshold(),
        config.repeatWindowHours(),
        config.escalateTo());
  }

  /// A configuration with this routing in it.
  public AlertConfig into(AlertConfig base) {
    Map<String, List<String>> routes = new LinkedHashMap<>();
    channels.forEach((severity, set) ->
        routes.put(severity.name(), set.stream().map(AlertChannel::word).toList()));
    return new AlertConfig(
        enabled,
        fileEnabled,
        base.directory(),
        webhookEnabled,
        base.webhookUrlMasked(),
        base.webhookFormat(),
        base.webhookHeaderNames(),
        routes,
        repeatThreshold,
        windowHours,
        escalateTo);
  }

  /// What repeated crashes are raised or lowered to; empty for a word that is no severity.
  public Optional<Severity> escalation() {
    Severity severity = Severity.ofRecorded(escalateTo);
    return severity == Severity.UNKNOWN ? Optional.empty() : Optional.of(severity);
  }

  /// The severities that escalation lowers, worst first.
  public List<Severity> lowered() {
    return escalation().stream()
        .flatMap(to -> SEVERITIES.stream().filter(s -> s.compareTo(to) < 0))
        .toList();
  }

  public AlertRouting with(Severity severity, AlertChannel channel, boolean chosen) {
    Map<Severity, Set<AlertChannel>> changed = new EnumMap<>(channels);
    Set<AlertChannel> set = EnumSet.noneOf(AlertChannel.class);
    set.addAll(channels.getOrDefault(severity, Set.of()));
    if (chosen) {
      set.add(channel);
    } else {
      set.remove(channel);
    }
    changed.put(severity, set);
    return new AlertRouting(
        enabled, fileEnabled, webhookEnabled, changed, repeatThreshold, windowHours, escalateTo);
  }

  public AlertRouting withEscalation(int threshold, int hours, String to) {
    return new AlertRouting(enabled, fileEnabled, webhookEnabled, channels, threshold, hours, to);
  }

  public AlertRouting withSwitches(boolean all, boolean file, boolean webhook) {
    return new AlertRouting(all, file, webhook, channels, repeatThreshold, windowHours, escalateTo);
  }
}
