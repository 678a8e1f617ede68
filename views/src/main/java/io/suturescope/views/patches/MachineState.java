package io.suturescope.views.patches;

import io.suturescope.model.life.EdgeKind;
import io.suturescope.model.patch.PatchState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states of a patch's life with what is in them now, and the steps between them in the range
/// of the query.
///
/// @param edges those with traffic
/// @param path of the patch that is selected
/// @param range what the traffic is counted over, or why there is none
public record MachineState(
    List<Box> boxes, List<Edge> edges, Optional<PatchPath> path, String range) {

  public static final MachineState NONE =
      new MachineState(List.of(), List.of(), Optional.empty(), "");

  public MachineState {
    boxes = List.copyOf(boxes);
    edges = List.copyOf(edges);
  }

  /// One state.
  ///
  /// @param patches that are recorded in it
  public record Box(PatchState state, long patches) {}

  /// One kind of step.
  ///
  /// @param times how often it was taken, at least once
  public record Edge(PatchState from, PatchState to, long times, EdgeKind kind) {}

  /// The life of one patch.
  ///
  /// @param title of its function
  /// @param legs each kind of step it took, once, with how often
  /// @param dwell how long it was in a state, as words
  public record PatchPath(String title, List<Edge> legs, Map<PatchState, String> dwell) {

    public PatchPath {
      legs = List.copyOf(legs);
      dwell = Map.copyOf(dwell);
    }
  }
}
