package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.model.life.PatchHistory;
import io.suturescope.model.life.StateEdge;
import io.suturescope.model.life.StateTraffic;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.patches.MachineState;
import io.suturescope.views.patches.MachineState.Box;
import io.suturescope.views.patches.MachineState.Edge;
import io.suturescope.views.patches.MachineState.PatchPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The traffic between the states of patches' lives, and the way of one patch through them. Off the
/// UI thread.
final class PatchTraffic {

  private PatchTraffic() {}

  /// The traffic in the range of the query. What the query says of states is left out, so that
  /// asking for one state leaves the others to be seen.
  static MachineState read(Reading reading, IncidentQuery query, TimeView time) {
    List<LifecycleEntry> entries =
        reading.patches(query.without(QueryKey.STATE, QueryKey.SINCE, QueryKey.UNTIL)).stream()
            .flatMap(PatchTraffic::present)
            .toList();
    Optional<TimeRange> range = TimelineWindow.spoken(query, time);
    StateTraffic traffic = StateTraffic.of(entries, range);
    List<Edge> edges =
        traffic.edges().entrySet().stream()
            .map(edge ->
                new Edge(
                    edge.getKey().from(),
                    edge.getKey().to(),
                    times(edge.getValue(), range),
                    edge.getKey().kind()))
            .filter(edge -> edge.times() > 0)
            .toList();
    return new MachineState(
        boxes(traffic, edges), edges, Optional.empty(), sentence(edges, traffic, range, time));
  }

  private static Stream<LifecycleEntry> present(PatchRow row) {
    return row.layers().stream()
        .filter(layer -> !layer.gone())
        .map(PatchRow.Layer::lifecycle)
        .flatMap(Optional::stream);
  }

  /// Steps without a time are in no range, but they are in the whole.
  private static long times(StateTraffic.Steps steps, Optional<TimeRange> range) {
    return range.isPresent() ? steps.dated() : steps.dated() + steps.undated();
  }

  private static List<Box> boxes(StateTraffic traffic, List<Edge> edges) {
    boolean unknown =
        traffic.states().getOrDefault(PatchState.UNKNOWN, 0L) > 0
            || edges.stream()
                .anyMatch(e -> e.from() == PatchState.UNKNOWN || e.to() == PatchState.UNKNOWN);
    return Arrays.stream(PatchState.values())
        .filter(state -> state != PatchState.UNKNOWN || unknown)
        .map(state -> new Box(state, traffic.states().getOrDefault(state, 0L)))
        .toList();
  }

  private static String sentence(
      List<Edge> edges, StateTraffic traffic, Optional<TimeRange> range, TimeView time) {
    long steps = edges.stream().mapToLong(Edge::times).sum();
    String when =
        range
            .map(r -> Times.shortly(time, r.start()) + " to " + Times.shortly(time, r.end()))
            .orElse("of all time");
    if (steps == 0) {
      return "No step was taken, " + when + ". A longer time shows more.";
    }
    String undated =
        range.isPresent() && traffic.undated() > 0
            ? "; " + Words.count(traffic.undated(), "more has", "more have") + " no time"
            : "";
    return Words.count(steps, "step", "steps") + ", " + when + undated;
  }

  /// The whole life of one patch, whatever the range; empty for a patch without steps.
  static Optional<PatchPath> path(PatchRow row, Instant now) {
    PatchHistory history = PatchHistory.of(row.entries());
    Map<StateEdge, Long> legs = new LinkedHashMap<>();
    Map<PatchState, Duration> dwell = new EnumMap<>(PatchState.class);
    for (PatchHistory.Step step : history.steps()) {
      legs.merge(step.edge(), 1L, Long::sum);
      dwell.merge(step.edge().from(), step.dwell().orElse(Duration.ZERO), Duration::plus);
    }
    for (PatchHistory.Stay stay : history.stays()) {
      dwell.merge(stay.state(), stay.dwell(now).orElse(Duration.ZERO), Duration::plus);
    }
    if (legs.isEmpty()) {
      return Optional.empty();
    }
    Map<PatchState, String> words = new EnumMap<>(PatchState.class);
    dwell.forEach((state, time) -> words.put(state, Words.dwell(time)));
    return Optional.of(
        new PatchPath(
            Words.shortName(row.function()),
            legs.entrySet().stream()
                .map(leg ->
                    new Edge(
                        leg.getKey().from(),
                        leg.getKey().to(),
                        leg.getValue(),
                        leg.getKey().kind()))
                .toList(),
            words));
  }
}
