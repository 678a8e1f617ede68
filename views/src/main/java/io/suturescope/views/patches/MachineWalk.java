package io.suturescope.views.patches;

import io.suturescope.model.patch.PatchState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the arrow keys lead in the graph.
///
/// Right goes along the busiest edge out of a state, and from an edge to where it leads; left goes
/// the same ways back. Up and down choose among the edges of the same state, and among the states.
record MachineWalk(List<MachineState.Box> boxes, List<MachineState.Edge> edges) {

  /// Where the walk stands: on a state, or on an edge.
  sealed interface Stop {}

  record OnState(PatchState state) implements Stop {}

  /// @param forwards true when it was reached from its start
  record OnEdge(MachineState.Edge edge, boolean forwards) implements Stop {}

  Optional<Stop> right(Stop from) {
    return switch (from) {
      case OnState(PatchState state) ->
          out(state).stream().findFirst().map(edge -> new OnEdge(edge, true));
      case OnEdge(MachineState.Edge edge, boolean _) -> Optional.of(new OnState(edge.to()));
    };
  }

  Optional<Stop> left(Stop from) {
    return switch (from) {
      case OnState(PatchState state) ->
          in(state).stream().findFirst().map(edge -> new OnEdge(edge, false));
      case OnEdge(MachineState.Edge edge, boolean _) -> Optional.of(new OnState(edge.from()));
    };
  }

  /// @param by -1 up, 1 down
  Optional<Stop> beside(Stop from, int by) {
    return switch (from) {
      case OnState(PatchState state) -> {
        List<PatchState> all = boxes.stream().map(MachineState.Box::state).toList();
        yield next(all, state, by).map(OnState::new);
      }
      case OnEdge(MachineState.Edge edge, boolean forwards) ->
          next(forwards ? out(edge.from()) : in(edge.to()), edge, by)
              .map(next -> new OnEdge(next, forwards));
    };
  }

  private static <T> Optional<T> next(List<T> all, T from, int by) {
    int place = all.indexOf(from) + by;
    return place >= 0 && place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
  }

  /// The edges out of a state, the busiest first.
  List<MachineState.Edge> out(PatchState state) {
    return sorted(edges.stream().filter(edge -> edge.from() == state).toList());
  }

  private List<MachineState.Edge> in(PatchState state) {
    return sorted(edges.stream().filter(edge -> edge.to() == state).toList());
  }

  private static List<MachineState.Edge> sorted(List<MachineState.Edge> some) {
    List<MachineState.Edge> sorted = new ArrayList<>(some);
    sorted.sort(Comparator.comparingLong(MachineState.Edge::times).reversed());
    return sorted;
  }
}
