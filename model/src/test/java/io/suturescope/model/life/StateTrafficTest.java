package io.suturescope.model.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import io.suturescope.model.timeline.TimeRange;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StateTrafficTest {

  private static final StateEdge SUGGESTED =
      new StateEdge(PatchState.PATCHED, PatchState.SUGGESTED);

  @Test
  void withoutPatchesTheDocumentedEdgesStandThereWithNothing() {
    StateTraffic traffic = StateTraffic.of(List.of(), Optional.empty());
    assertThat(traffic.edges().sequencedKeySet()).containsExactlyElementsOf(StateEdge.DOCUMENTED);
    assertThat(traffic.edges().values()).containsOnly(new StateTraffic.Steps(0, 0));
    assertThat(traffic.states()).containsOnlyKeys(PatchState.values());
    assertThat(traffic.states().values()).containsOnly(0L);
    assertThat(traffic.busiest()).isZero();
  }

  @Test
  void onlyStepsWithinTheRangeCountAndUndatedOnesApart() {
    LifecycleEntry entry =
        Lives.entry(
            "g",
            List.of(
                Lives.step("detected", "patched", Lives.START),
                Lives.step("patched", "suggested", Lives.START.plusSeconds(10)),
                new Transition("patched", "suggested", Optional.empty(), ""),
                Lives.step("patched", "suggested", Lives.START.plusSeconds(20))));
    TimeRange range = new TimeRange(Lives.START.plusSeconds(10), Lives.START.plusSeconds(20));
    StateTraffic traffic = StateTraffic.of(List.of(entry), Optional.of(range));
    assertThat(traffic.edges()).containsEntry(SUGGESTED, new StateTraffic.Steps(1, 1));
    assertThat(traffic.edges().get(StateEdge.DOCUMENTED.getFirst()).dated()).isZero();
    assertThat(traffic.undated()).isEqualTo(1);
    assertThat(traffic.states()).containsEntry(PatchState.SUGGESTED, 1L);
    assertThat(traffic.out(PatchState.PATCHED))
        .extracting(StateEdge::to)
        .containsExactly(PatchState.PERSISTED, PatchState.REPLAYED, PatchState.SUGGESTED);
  }

  @Property(tries = 200)
  void everyStepIsCountedOnceWhereverTheRangeIsCut(
      @ForAll("lives") List<LifecycleEntry> entries, @ForAll @LongRange(max = 50) long cut) {
    TimeRange before = new TimeRange(Lives.START.minusSeconds(1), Lives.START.plusSeconds(cut));
    TimeRange after = new TimeRange(Lives.START.plusSeconds(cut), Lives.START.plusSeconds(1_000));
    StateTraffic whole = StateTraffic.of(entries, Optional.empty());
    StateTraffic first = StateTraffic.of(entries, Optional.of(before));
    StateTraffic second = StateTraffic.of(entries, Optional.of(after));
    assertThat(sum(first) + sum(second)).isEqualTo(sum(whole));
    assertThat(sum(whole) + whole.undated())
        .isEqualTo(entries.stream().mapToLong(e -> e.transitions().size()).sum());
    assertThat(whole.states().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(entries.size());
  }

  private static long sum(StateTraffic traffic) {
    return traffic.edges().values().stream().mapToLong(StateTraffic.Steps::dated).sum();
  }

  @Provide
  static Arbitrary<List<LifecycleEntry>> lives() {
    Arbitrary<String> states = Arbitraries.of("detected", "patched", "suggested", "fixed", "odd");
    Arbitrary<Optional<Long>> times = Arbitraries.longs().between(0, 60).optional(0.8);
    Arbitrary<Transition> steps =
        Combinators.combine(states, states, times)
            .as((from, to, at) -> new Transition(from, to, at.map(Lives.START::plusSeconds), ""));
    return steps.list().ofMaxSize(12).map(s -> Lives.entry("g", s)).list().ofMaxSize(5);
  }
}
