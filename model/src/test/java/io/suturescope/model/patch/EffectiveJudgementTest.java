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
    return EffectiveJudgement.ofDisk(entry, file, gone, START.plus(Duration.ofDays(days))).state();
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
}
