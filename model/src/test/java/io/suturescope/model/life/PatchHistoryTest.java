package io.suturescope.model.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PatchHistoryTest {

  private static final Optional<Duration> SECOND = Optional.of(Duration.ofSeconds(1));

  @Test
  void eachStepSaysHowLongTheStateBeforeItHadLasted() {
    PatchHistory history =
        PatchHistory.of(
            List.of(
                Lives.entry(
                    "g",
                    List.of(
                        Lives.step("detected", "patched", Lives.START.plusSeconds(1)),
                        Lives.step("patched", "suggested", Lives.START.plusSeconds(3_601))))));
    assertThat(history.steps())
        .extracting(PatchHistory.Step::dwell)
        .containsExactly(SECOND, Optional.of(Duration.ofHours(1)));
    assertThat(history.steps())
        .extracting(PatchHistory.Step::kind)
        .containsExactly(EdgeKind.DOCUMENTED, EdgeKind.USUAL);
    PatchHistory.Stay stay = history.stays().getFirst();
    assertThat(stay.state()).isEqualTo(PatchState.SUGGESTED);
    assertThat(stay.dwell(Lives.START.plusSeconds(3_611)))
        .isEqualTo(Optional.of(Duration.ofSeconds(10)));
    assertThat(stay.dwell(Lives.START)).as("now is before it").isEmpty();
  }

  @Test
  void whereTimeGoesBackOrIsMissingNoDwellIsInvented() {
    PatchHistory history =
        PatchHistory.of(
            List.of(
                Lives.entry(
                    "g",
                    List.of(
                        Lives.step("detected", "patched", Lives.START.plusSeconds(9)),
                        Lives.step("patched", "suggested", Lives.START.plusSeconds(5)),
                        new Transition("suggested", "patched", Optional.empty(), "again"),
                        Lives.step("patched", "suggested", Lives.START.plusSeconds(20))))));
    assertThat(history.steps())
        .extracting(PatchHistory.Step::dwell)
        .containsExactly(
            Optional.of(Duration.ofSeconds(9)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(history.steps()).extracting(PatchHistory.Step::number).containsExactly(0, 1, 2, 3);
    assertThat(history.steps().get(2).reason()).isEqualTo("again");
  }

  @Test
  void aStepThatDoesNotContinueTheOneBeforeIsAnAlarm() {
    PatchHistory history =
        PatchHistory.of(
            List.of(
                Lives.entry(
                    "g",
                    List.of(
                        Lives.step("detected", "patched", Lives.START),
                        Lives.step("verified", "fixed", Lives.START)))));
    assertThat(history.steps().getLast().continues()).isFalse();
    assertThat(history.steps().getLast().kind()).isEqualTo(EdgeKind.ALARM);
    assertThat(history.steps().getLast().edge().kind()).isEqualTo(EdgeKind.DOCUMENTED);
  }

  @Test
  void theLayersOfAFunctionAreToldAsOneStory() {
    LifecycleEntry first =
        Lives.entry(
            "a",
            List.of(
                Lives.step("detected", "patched", Lives.START.plusSeconds(1)),
                Lives.step("patched", "suggested", Lives.START.plusSeconds(5))));
    LifecycleEntry second =
        Lives.entry("b", List.of(Lives.step("detected", "patched", Lives.START.plusSeconds(3))));
    PatchHistory history = PatchHistory.of(List.of(first, second));
    assertThat(history.steps()).extracting(PatchHistory.Step::guard).containsExactly("a", "b", "a");
    assertThat(history.steps()).extracting(PatchHistory.Step::layer).containsExactly(0, 1, 0);
    assertThat(history.stays()).extracting(PatchHistory.Stay::guard).containsExactly("a", "b");
  }

  @Test
  void anEntryWithoutStepsStandsWhereItSaysSinceItWasChanged() {
    LifecycleEntry entry =
        new LifecycleEntry(
            "k",
            "m",
            "f",
            "g",
            "Strange",
            Optional.of(Lives.START),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of());
    PatchHistory history = PatchHistory.of(List.of(entry));
    assertThat(history.steps()).isEmpty();
    assertThat(history.stays())
        .containsExactly(
            new PatchHistory.Stay(0, "g", PatchState.UNKNOWN, "Strange", Optional.of(Lives.START)));
  }

  @Property(tries = 200)
  void noStepIsLostAndEachLayerKeepsItsOrder(@ForAll("lives") List<LifecycleEntry> layers) {
    PatchHistory history = PatchHistory.of(layers);
    for (int i = 0; i < layers.size(); i++) {
      int layer = i;
      assertThat(history.steps().stream().filter(s -> s.layer() == layer))
          .extracting(PatchHistory.Step::recorded)
          .containsExactlyElementsOf(layers.get(i).transitions());
    }
    assertThat(history.steps()).allMatch(s -> s.dwell().filter(Duration::isNegative).isEmpty());
    assertThat(history.stays()).hasSameSizeAs(layers);
  }

  @Provide
  Arbitrary<List<LifecycleEntry>> lives() {
    return StateTrafficTest.lives();
  }
}
