package io.suturescope.views.patches;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.life.EdgeKind;
import io.suturescope.model.patch.PatchState;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where the parts of the state machine stand, and where its keys lead.
final class MachinePartsTest {

  private static final MachineState.Edge PATCHED = edge(PatchState.DETECTED, PatchState.PATCHED, 9);
  private static final MachineState.Edge SUGGESTED =
      edge(PatchState.PATCHED, PatchState.SUGGESTED, 12);
  private static final MachineState.Edge AGAIN = edge(PatchState.SUGGESTED, PatchState.PATCHED, 3);
  private static final MachineState.Edge FIXED = edge(PatchState.SUGGESTED, PatchState.FIXED, 40);

  private final MachineWalk walk =
      new MachineWalk(
          List.of(
              new MachineState.Box(PatchState.DETECTED, 0),
              new MachineState.Box(PatchState.PATCHED, 2),
              new MachineState.Box(PatchState.SUGGESTED, 7),
              new MachineState.Box(PatchState.FIXED, 1)),
          List.of(PATCHED, SUGGESTED, AGAIN, FIXED));

  private static MachineState.Edge edge(PatchState from, PatchState to, long times) {
    return new MachineState.Edge(from, to, times, EdgeKind.USUAL);
  }

  @Test
  void rightGoesAlongTheBusiestEdgeAndThenToItsEnd() {
    Optional<MachineWalk.Stop> onEdge = walk.right(new MachineWalk.OnState(PatchState.SUGGESTED));
    assertThat(onEdge).contains(new MachineWalk.OnEdge(FIXED, true));
    assertThat(walk.right(onEdge.orElseThrow()))
        .contains(new MachineWalk.OnState(PatchState.FIXED));
  }

  @Test
  void downChoosesTheNextEdgeOfTheSameState() {
    assertThat(walk.beside(new MachineWalk.OnEdge(FIXED, true), 1))
        .contains(new MachineWalk.OnEdge(AGAIN, true));
    assertThat(walk.beside(new MachineWalk.OnEdge(AGAIN, true), 1)).isEmpty();
  }

  @Test
  void leftGoesBackAlongTheBusiestEdgeThatLeadsIn() {
    Optional<MachineWalk.Stop> back = walk.left(new MachineWalk.OnState(PatchState.PATCHED));
    assertThat(back).contains(new MachineWalk.OnEdge(PATCHED, false));
    assertThat(walk.left(back.orElseThrow()))
        .contains(new MachineWalk.OnState(PatchState.DETECTED));
  }

  @Test
  void nothingLeadsOnFromAStateWithoutEdges() {
    assertThat(walk.right(new MachineWalk.OnState(PatchState.FIXED))).isEmpty();
    assertThat(walk.left(new MachineWalk.OnState(PatchState.DETECTED))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(EdgeKind.class)
  void oneStepIsSeenAndTenThousandAreNoWall(EdgeKind kind) {
    assertThat(EdgeLine.thickness(1, kind)).isBetween(1.0, 3.0);
    assertThat(EdgeLine.thickness(10_000, kind)).isBetween(4.0, 9.0);
    assertThat(EdgeLine.thickness(1_000_000, kind)).isLessThan(12);
    assertThat(EdgeLine.thickness(100, kind)).isGreaterThan(EdgeLine.thickness(10, kind));
  }

  @Test
  void everyWayStaysInsideTheGraphAndBoxesDoNotTouch() {
    MachinePlaces places = MachinePlaces.in(1130, 22 * 13, 13);
    List<PatchState> states = List.of(PatchState.values());
    for (PatchState from : states) {
      Bounds box = places.of(from);
      assertThat(states)
          .allSatisfy(
              other -> assertThat(other != from && places.of(other).intersects(box)).isFalse());
      for (PatchState to : states) {
        EdgeRoute route =
            EdgeRoute.between(box, places.of(to), places.step(), places.middle(), places.rise());
        for (double share = 0; share <= 1; share += 0.05) {
          assertThat(route.at(share).getY())
              .as("%s to %s at %s", from, to, share)
              .isBetween(0.0, 22.0 * 13);
        }
      }
    }
  }
}
