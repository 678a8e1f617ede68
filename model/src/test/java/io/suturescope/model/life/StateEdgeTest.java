package io.suturescope.model.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.patch.PatchState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateEdgeTest {

  private static List<String> ofKind(EdgeKind kind) {
    List<String> edges = new ArrayList<>();
    for (PatchState from : PatchState.values()) {
      for (PatchState to : PatchState.values()) {
        if (new StateEdge(from, to).kind() == kind) {
          edges.add(from.word() + " " + to.word());
        }
      }
    }
    return edges;
  }

  @Test
  void theDocumentedEdgesAreThoseOfTheDiagram() {
    assertThat(ofKind(EdgeKind.DOCUMENTED))
        .containsExactlyInAnyOrder(
            "detected patched",
            "patched persisted",
            "persisted suggested",
            "suggested verified",
            "verified fixed",
            "patched replayed",
            "verified expired",
            "expired rolled_back");
  }

  @Test
  void usualIsWhatTheProgramAndItsExamplesMake() {
    assertThat(ofKind(EdgeKind.USUAL))
        .hasSize(26)
        .contains("patched suggested", "replayed persisted")
        .contains("fixed patched", "rolled_back patched", "patched patched")
        .contains("detected fixed", "fixed fixed")
        .contains("fixed rolled_back", "rolled_back rolled_back")
        .doesNotContain("detected patched", "verified fixed", "expired rolled_back");
  }

  @Test
  void oddIsEveryOtherOrderOfKnownStates() {
    assertThat(ofKind(EdgeKind.ODD))
        .contains("suggested expired", "suggested replayed", "suggested suggested")
        .hasSize(38);
  }

  @Test
  void nothingLeadsIntoDetectedNorToOrFromAnUnknownState() {
    assertThat(ofKind(EdgeKind.ALARM))
        .allMatch(e -> e.endsWith(" detected") || e.contains("unknown"))
        .hasSize(28);
    assertThat(StateEdge.of(Lives.step("Patched", "fixed", Lives.START)).kind())
        .as("CodeSuture knows exact lower-case words only")
        .isEqualTo(EdgeKind.ALARM);
  }
}
