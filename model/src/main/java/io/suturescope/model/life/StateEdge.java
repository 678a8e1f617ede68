package io.suturescope.model.life;

import static io.suturescope.model.patch.PatchState.DETECTED;
import static io.suturescope.model.patch.PatchState.EXPIRED;
import static io.suturescope.model.patch.PatchState.FIXED;
import static io.suturescope.model.patch.PatchState.PATCHED;
import static io.suturescope.model.patch.PatchState.PERSISTED;
import static io.suturescope.model.patch.PatchState.REPLAYED;
import static io.suturescope.model.patch.PatchState.ROLLED_BACK;
import static io.suturescope.model.patch.PatchState.SUGGESTED;
import static io.suturescope.model.patch.PatchState.UNKNOWN;
import static io.suturescope.model.patch.PatchState.VERIFIED;

import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import java.util.List;

/// A step between two states.
public record StateEdge(PatchState from, PatchState to) {

  /// The edges of the documented diagram, in the order in which a patch would walk them.
  public static final List<StateEdge> DOCUMENTED =
      List.of(
          new StateEdge(DETECTED, PATCHED),
          new StateEdge(PATCHED, PERSISTED),
          new StateEdge(PATCHED, REPLAYED),
          new StateEdge(PERSISTED, SUGGESTED),
          new StateEdge(SUGGESTED, VERIFIED),
          new StateEdge(VERIFIED, FIXED),
          new StateEdge(VERIFIED, EXPIRED),
          new StateEdge(EXPIRED, ROLLED_BACK));

  private static final List<StateEdge> ALSO_MADE =
      List.of(new StateEdge(PATCHED, SUGGESTED), new StateEdge(REPLAYED, PERSISTED));

  private static final List<PatchState> FROM_ANYWHERE = List.of(PATCHED, FIXED, ROLLED_BACK);

  public static StateEdge of(Transition step) {
    return new StateEdge(PatchState.ofRecorded(step.from()), PatchState.ofRecorded(step.to()));
  }

  /// Its class. Whether it also continues the step before it is a matter of the chain: {@link
  /// PatchHistory.Step#kind}.
  public EdgeKind kind() {
    if (to == DETECTED || to == UNKNOWN || from == UNKNOWN) {
      return EdgeKind.ALARM;
    }
    if (DOCUMENTED.contains(this)) {
      return EdgeKind.DOCUMENTED;
    }
    return FROM_ANYWHERE.contains(to) || ALSO_MADE.contains(this) ? EdgeKind.USUAL : EdgeKind.ODD;
  }
}
