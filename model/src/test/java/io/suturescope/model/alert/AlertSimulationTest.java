package io.suturescope.model.alert;

import static io.suturescope.model.alert.AlertChannel.DIGEST;
import static io.suturescope.model.alert.AlertChannel.FILE;
import static io.suturescope.model.alert.AlertChannel.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.alert.AlertOutcome.Why;
import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertSimulationTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final AlertRouting USUAL = AlertRouting.CODESUTURE;

  private static Crash crash(String module, String function, long minute, Severity severity) {
    return new Crash(
        Optional.of(START.plusSeconds(60 * minute)),
        new CrashSite(module, function, "key_guard"),
        1,
        severity,
        false,
        0);
  }

  private static List<AlertOutcome> sent(AlertRouting routing, List<Crash> crashes) {
    AlertSimulation simulation = new AlertSimulation(routing);
    return crashes.stream()
        .map(c -> simulation.next(c.time().orElseThrow(), c, c.severity()))
        .toList();
  }

  private static List<Crash> often(int times, Severity severity) {
    return IntStream.range(0, times).mapToObj(i -> crash("m", "f", i, severity)).toList();
  }

  @Test
  void theFifthCrashOfANameIsEscalatedWhateverItsModule() {
    List<Crash> crashes =
        IntStream.range(0, 6)
            .mapToObj(i -> crash("module" + i, "get", i, Severity.MEDIUM))
            .toList();
    assertThat(sent(USUAL, crashes))
        .extracting(AlertOutcome::severity, AlertOutcome::escalated, AlertOutcome::sent)
        .startsWith(org.assertj.core.groups.Tuple.tuple(Severity.MEDIUM, false, false))
        .endsWith(
            org.assertj.core.groups.Tuple.tuple(Severity.MEDIUM, false, false),
            org.assertj.core.groups.Tuple.tuple(Severity.CRITICAL, true, true),
            org.assertj.core.groups.Tuple.tuple(Severity.CRITICAL, true, true));
  }

  @Test
  void crashesOlderThanTheWindowNoLongerCount() {
    AlertRouting hour = USUAL.withEscalation(2, 1, "CRITICAL");
    assertThat(
            sent(
                hour,
                List.of(
                    crash("m", "f", 0, Severity.LOW),
                    crash("m", "f", 60, Severity.LOW),
                    crash("m", "f", 119, Severity.LOW))))
        .extracting(AlertOutcome::escalated)
        .containsExactly(false, false, true);
  }

  @Test
  void differentSourcesAreDifferentProcesses() {
    AlertRouting two = USUAL.withEscalation(2, 24, "CRITICAL");
    Crash here = crash("m", "f", 0, Severity.LOW);
    Crash there = new Crash(here.time(), here.site(), 1, Severity.LOW, false, 1);
    assertThat(sent(two, List.of(here, there)))
        .extracting(AlertOutcome::escalated)
        .containsExactly(false, false);
  }

  @Test
  void escalationToALowerSeverityLowersIt() {
    AlertRouting lowering = USUAL.withEscalation(2, 24, "HIGH");
    assertThat(lowering.lowered()).containsExactly(Severity.CRITICAL);
    assertThat(sent(lowering, often(2, Severity.CRITICAL)))
        .extracting(AlertOutcome::severity)
        .containsExactly(Severity.CRITICAL, Severity.HIGH);
  }

  @Test
  void anUnknownSeverityToEscalateToSilencesTheFunctionForGood() {
    AlertRouting broken = USUAL.withEscalation(2, 1, "URGENT");
    List<Crash> crashes =
        List.of(
            crash("m", "f", 0, Severity.CRITICAL),
            crash("m", "f", 1, Severity.CRITICAL),
            crash("m", "other", 2, Severity.CRITICAL),
            crash("m", "f", 600, Severity.CRITICAL));
    assertThat(sent(broken, crashes))
        .extracting(AlertOutcome::why)
        .containsExactly(Why.SENT, Why.SILENCED, Why.SENT, Why.SILENCED);
  }

  @Test
  void aHighWithoutFileIsWrittenAQuarterOfAnHourLater() {
    AlertRouting messages =
        USUAL
            .withSwitches(true, true, true)
            .with(Severity.HIGH, FILE, false)
            .with(Severity.HIGH, WEBHOOK, true);
    AlertOutcome outcome = sent(messages, often(1, Severity.HIGH)).getFirst();
    assertThat(outcome.why()).isEqualTo(Why.FILE_LATER);
    assertThat(outcome.webhookAt()).contains(START);
    assertThat(outcome.fileAt()).contains(START.plusSeconds(900));
  }

  @Test
  void theMiddlewareAndWhatIsSwitchedOffSendNothing() {
    Crash crash = crash("m", "f", 0, Severity.CRITICAL);
    Crash replayed = new Crash(crash.time(), crash.site(), 1, Severity.CRITICAL, true, 0);
    assertThat(sent(USUAL, List.of(replayed)).getFirst().why()).isEqualTo(Why.MIDDLEWARE);
    assertThat(sent(USUAL.withSwitches(false, true, true), List.of(crash)).getFirst().why())
        .isEqualTo(Why.OFF);
    assertThat(sent(USUAL.withSwitches(true, false, false), List.of(crash)).getFirst().why())
        .isEqualTo(Why.NOT_ROUTED);
  }

  @Test
  void aRoutingTableReplacesTheUsualOneAndLeavesTheRestToTheDigest() {
    AlertConfig config = USUAL.into(config(Map.of()));
    AlertRouting routing =
        AlertRouting.of(
            new AlertConfig(
                true,
                true,
                config.directory(),
                true,
                "",
                "raw",
                List.of(),
                Map.of("LOW", List.of("file", "pager"), "URGENT", List.of("file")),
                5,
                24,
                "CRITICAL"));
    assertThat(routing.channels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Severity.CRITICAL, Set.of(DIGEST),
                Severity.HIGH, Set.of(DIGEST),
                Severity.MEDIUM, Set.of(DIGEST),
                Severity.LOW, Set.of(FILE)));
    assertThat(AlertRouting.of(config(Map.of()))).isEqualTo(USUAL);
    assertThat(AlertRouting.of(config)).isEqualTo(USUAL);
  }

  private static AlertConfig config(Map<String, List<String>> routing) {
    return new AlertConfig(
        true, true, "alerts", false, "", "raw", List.of(), routing, 5, 24, "CRITICAL");
  }
}
