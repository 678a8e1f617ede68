package io.suturescope.model.life;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import io.suturescope.model.timeline.TimeRange;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// How many patches stand in each state now, and how many steps were taken along each edge.
///
/// @param states every state with the entries that stand in it now, whatever the range; in the
///   order of the states, with 0 where there is none
/// @param edges steps by edge: the documented edges first, always present, then the others as they
///   were met
public record StateTraffic(Map<PatchState, Long> states, SequencedMap<StateEdge, Steps> edges) {

  /// Steps along one edge.
  ///
  /// @param dated those within the range
  /// @param undated those without a time, which no range can hold
  public record Steps(long dated, long undated) {
    private static final Steps NONE = new Steps(0, 0);

    private Steps and(Steps more) {
      return new Steps(dated + more.dated, undated + more.undated);
    }
  }

  public StateTraffic {
    states = Collections.unmodifiableMap(new EnumMap<>(states));
    edges = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(edges));
  }

  /// Counts the entries that are in their sources now.
  ///
  /// @param range of the steps to count; empty for all dated ones
  public static StateTraffic of(Collection<LifecycleEntry> entries, Optional<TimeRange> range) {
    Map<PatchState, Long> states = new EnumMap<>(PatchState.class);
    for (PatchState state : PatchState.values()) {
      states.put(state, 0L);
    }
    SequencedMap<StateEdge, Steps> edges = new LinkedHashMap<>();
    StateEdge.DOCUMENTED.forEach(e -> edges.put(e, Steps.NONE));
    for (LifecycleEntry entry : entries) {
      states.merge(entry.state(), 1L, Long::sum);
      for (Transition step : entry.transitions()) {
        Steps counted = counted(step, range);
        if (!counted.equals(Steps.NONE)) {
          edges.merge(StateEdge.of(step), counted, Steps::and);
        }
      }
    }
    return new StateTraffic(states, edges);
  }

  private static Steps counted(Transition step, Optional<TimeRange> range) {
    if (step.at().isEmpty()) {
      return new Steps(0, 1);
    }
    boolean within = range.isEmpty() || range.get().contains(step.at().get());
    return within ? new Steps(1, 0) : Steps.NONE;
  }

  /// All steps without a time.
  public long undated() {
    return edges.values().stream().mapToLong(Steps::undated).sum();
  }

  /// Dated steps of the busiest edge: what the thickest line of a graph stands for.
  public long busiest() {
    return edges.values().stream().mapToLong(Steps::dated).max().orElse(0);
  }

  /// The edges that lead out of a state, in order.
  public List<StateEdge> out(PatchState from) {
    return edges.sequencedKeySet().stream().filter(e -> e.from() == from).toList();
  }
}
