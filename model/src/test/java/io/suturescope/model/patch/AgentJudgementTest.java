package io.suturescope.model.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentJudgementTest {

  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
  private static final EffectiveJudgement LOADS =
      new EffectiveJudgement(
          EffectiveState.LOADS, "Recorded as rolled back, but the file is still there and loads.");

  private static AgentSighting saw(String memory, boolean files, int seconds, PatchState... rows) {
    return new AgentSighting(
        "web-1", memory, files, List.of(rows), NOW.minus(Duration.ofSeconds(seconds)));
  }

  private static EffectiveJudgement alone(AgentSighting... sightings) {
    return new AgentJudgement(Optional.empty(), false, List.of(), Optional.empty())
        .judge(List.of(sightings), NOW);
  }

  private static EffectiveJudgement withDisk(boolean newer, AgentSighting... sightings) {
    return new AgentJudgement(
            Optional.of(LOADS), newer, List.of(PatchState.SUGGESTED), Optional.empty())
        .judge(List.of(sightings), NOW);
  }

  @Test
  void whatAnAgentReportsInMemoryIsLiveWithTheAgeOfTheReport() {
    EffectiveJudgement judged = alone(saw("patched", true, 12, PatchState.SUGGESTED));
    assertThat(judged.state()).isEqualTo(EffectiveState.LIVE);
    assertThat(judged.reason()).isEqualTo("Agent web-1 reported it in memory 12 s ago.");
    assertThat(alone(saw("mixed", true, 300)).reason())
        .isEqualTo("Agent web-1 reported it in memory, in some of its functions, 5 min ago.");
  }

  @Test
  void anOldReportIsSaidToBeOld() {
    assertThat(alone(saw("patched", true, 600)).reason()).doesNotContain("old");
    assertThat(alone(saw("patched", true, 7_300)).reason())
        .isEqualTo("Agent web-1 reported it in memory 2 h ago. That is old: ask it again.");
    assertThat(alone(saw("patched", true, 600_000)).reason()).contains("6 days ago");
    assertThat(alone(saw("patched", true, -60)).reason()).contains("0 s ago");
  }

  @Test
  void itIsExpiredLiveWhenItsTimeIsOver() {
    EffectiveJudgement judged =
        new AgentJudgement(Optional.of(LOADS), true, List.of(), Optional.of(NOW))
            .judge(List.of(saw("patched", true, 1)), NOW);
    assertThat(judged.state()).isEqualTo(EffectiveState.EXPIRED_LIVE);
    assertThat(judged.reason()).contains("1 s ago", "Its time ended on 2026-05-01.");
  }

  @Test
  void whatIsRecordedAsFixedAndStillRunsIsLive() {
    EffectiveJudgement judged = alone(saw("patched", true, 1, PatchState.FIXED));
    assertThat(judged.state()).isEqualTo(EffectiveState.LIVE);
    assertThat(judged.reason()).contains("It is recorded as fixed, and runs all the same.");
  }

  @Test
  void aRollbackIsProvenByOriginalCodeAndNoFiles() {
    EffectiveJudgement judged = alone(saw("original", false, 3, PatchState.ROLLED_BACK));
    assertThat(judged.state()).isEqualTo(EffectiveState.ROLLED_BACK);
    assertThat(judged.reason())
        .isEqualTo(
            "Recorded as rolled back. Agent web-1 reported the original code in memory and no files"
                + " 3 s ago.");
    assertThat(alone(saw("original", false, 3, PatchState.FIXED)).state())
        .isEqualTo(EffectiveState.FIXED);
    assertThat(alone(saw("original", false, 3, PatchState.SUGGESTED)).state())
        .isEqualTo(EffectiveState.FILE_GONE);
    assertThat(alone(saw("original", true, 3, PatchState.ROLLED_BACK)).state())
        .isEqualTo(EffectiveState.LOADS);
  }

  @Test
  void aFileThatWasReadLaterAndLoadsOutweighsTheReport() {
    AgentSighting gone = saw("original", false, 3, PatchState.ROLLED_BACK);
    assertThat(withDisk(true, gone).state()).isEqualTo(EffectiveState.LOADS);
    assertThat(withDisk(true, gone).reason()).startsWith(LOADS.reason()).contains("3 s ago");
    assertThat(withDisk(false, gone).state()).isEqualTo(EffectiveState.ROLLED_BACK);
    assertThat(withDisk(false, gone).reason()).contains("imported before");
  }

  @Test
  void oneAgentThatRunsItIsEnough() {
    AgentSighting gone = saw("original", false, 3, PatchState.ROLLED_BACK);
    assertThat(alone(gone, saw("patched", true, 9, PatchState.SUGGESTED)).state())
        .isEqualTo(EffectiveState.LIVE);
  }

  @Test
  void anUnknownStateOfMemoryProvesNothing() {
    assertThat(withDisk(false, saw("evil", false, 3, PatchState.ROLLED_BACK)).state())
        .isEqualTo(EffectiveState.LOADS);
  }
}
