package io.suturescope.model.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectiveJudgementTest {

  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  private static Optional<LifecycleEntry> entry(String state, Transition... transitions) {
    return Optional.of(
        new LifecycleEntry(
            "m:f:g",
            "m",
            "f",
            "g",
            state,
            Optional.of(START),
            Optional.of(START),
            Optional.of(3),
            List.of(transitions),
            Map.of()));
  }

  private static Optional<PatchFile> file(SignatureState signature) {
    PatchMetadata metadata =
        new PatchMetadata(
            "f", "g", "x", "null", Optional.of(START), Optional.of(7), "00", "", Map.of());
    return Optional.of(
        new PatchFile("m.f", true, false, Optional.of(metadata), signature, "", "f", List.of()));
  }

  private static EffectiveState state(
      Optional<LifecycleEntry> entry, Optional<PatchFile> file, boolean gone, int days) {
    return EffectiveJudgement.ofDisk(
            entry.stream().toList(), file, gone, START.plus(Duration.ofDays(days)))
        .state();
  }

  @Test
  void aValidFileLoadsUntilItsDaysAreOverAndThenStillLoads() {
    var file = file(SignatureState.VALID);
    assertThat(state(entry("suggested"), file, false, 6)).isEqualTo(EffectiveState.LOADS);
    assertThat(state(entry("suggested"), file, false, 7)).isEqualTo(EffectiveState.EXPIRED_LOADS);
    assertThat(state(Optional.empty(), file, false, 6)).isEqualTo(EffectiveState.LOADS);
  }

  @Test
  void whatTheLoaderRefusesIsRefused() {
    for (SignatureState signature : SignatureState.values()) {
      if (signature != SignatureState.VALID) {
        assertThat(state(entry("suggested"), file(signature), false, 1))
            .isEqualTo(EffectiveState.REFUSED);
      }
    }
  }

  @Test
  void withoutAFileItIsGoneOrWasNeverThere() {
    assertThat(state(entry("patched"), Optional.empty(), false, 1))
        .isEqualTo(EffectiveState.MEMORY_ONLY);
    assertThat(state(entry("patched"), file(SignatureState.VALID), true, 1))
        .isEqualTo(EffectiveState.FILE_GONE);
  }

  @Test
  void aRollbackIsNeverProvenByDiskAndNotBelievedWhileTheFileLoads() {
    assertThat(state(entry("rolled_back"), Optional.empty(), false, 1))
        .isEqualTo(EffectiveState.ROLLED_BACK_UNPROVEN);
    assertThat(state(entry("rolled_back"), file(SignatureState.VALID), false, 1))
        .isEqualTo(EffectiveState.LOADS);
  }

  @Test
  void aCrashAfterFixedReopens() {
    Transition again = new Transition("fixed", "patched", Optional.of(START), "");
    var file = file(SignatureState.VALID);
    assertThat(state(entry("suggested", again), file, false, 1)).isEqualTo(EffectiveState.REOPENED);
    assertThat(state(entry("fixed", again), file, false, 1)).isEqualTo(EffectiveState.FIXED);
  }

  @Test
  void withoutMetadataTheLifecycleTellsTheEnd() {
    assertThat(EffectiveJudgement.ttlEnd(entry("patched"), Optional.empty()))
        .contains(START.plus(Duration.ofDays(3)));
    assertThat(EffectiveJudgement.ttlEnd(entry("patched"), file(SignatureState.VALID)))
        .contains(START.plus(Duration.ofDays(7)));
  }

  private static LifecycleEntry guard(String type, String state, Transition... transitions) {
    return new LifecycleEntry(
        "m:f:" + type,
        "m",
        "f",
        type,
        state,
        Optional.of(START),
        Optional.of(START),
        Optional.of(3),
        List.of(transitions),
        Map.of());
  }

  private static EffectiveJudgement together(
      Optional<PatchFile> file, boolean gone, LifecycleEntry... entries) {
    return EffectiveJudgement.ofDisk(List.of(entries), file, gone, START.plus(Duration.ofDays(1)));
  }

  @Test
  void aFunctionIsFixedOnlyWhenAllItsGuardsAre() {
    var file = file(SignatureState.VALID);
    assertThat(together(file, false, guard("g", "fixed"), guard("h", "fixed")).state())
        .isEqualTo(EffectiveState.FIXED);
    EffectiveJudgement half = together(file, false, guard("g", "fixed"), guard("h", "suggested"));
    assertThat(half.state()).isEqualTo(EffectiveState.LOADS);
    assertThat(half.reason())
        .isEqualTo(
            "The next start with this store loads it. Its guards are recorded apart: g as fixed, h"
                + " as suggested.");
  }

  @Test
  void aFunctionIsTakenBackOnlyWhenAllItsGuardsEnded() {
    var file = file(SignatureState.VALID);
    assertThat(together(file, true, guard("g", "rolled_back"), guard("h", "rolled_back")).state())
        .isEqualTo(EffectiveState.ROLLED_BACK_UNPROVEN);
    assertThat(together(file, true, guard("g", "rolled_back"), guard("h", "fixed")).state())
        .isEqualTo(EffectiveState.ROLLED_BACK_UNPROVEN);
    assertThat(together(file, true, guard("g", "rolled_back"), guard("h", "suggested")).state())
        .isEqualTo(EffectiveState.FILE_GONE);
    assertThat(together(file, false, guard("g", "rolled_back"), guard("h", "rolled_back")).state())
        .isEqualTo(EffectiveState.LOADS);
  }

  @Test
  void oneReopenedGuardReopensTheFunctionWhileItLoads() {
    Transition again = new Transition("rolled_back", "patched", Optional.of(START), "");
    var file = file(SignatureState.VALID);
    assertThat(together(file, false, guard("g", "suggested", again), guard("h", "fixed")).state())
        .isEqualTo(EffectiveState.REOPENED);
    assertThat(together(file, false, guard("g", "fixed", again), guard("h", "patched")).state())
        .isEqualTo(EffectiveState.LOADS);
    assertThat(together(file, true, guard("g", "suggested", again), guard("h", "fixed")).state())
        .isEqualTo(EffectiveState.FILE_GONE);
  }
}
