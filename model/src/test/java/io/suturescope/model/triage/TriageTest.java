package io.suturescope.model.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriageTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");

  private static Subject.Group group(String function) {
    return new Subject.Group("f1", "shop.cart", function, "key_guard", "KeyError");
  }

  private static Dismissal dismissal(DismissalCondition condition) {
    return new Dismissal(condition, "known noise", "mia", NOW, Optional.empty());
  }

  private static TriageState after(TriageChange... changes) {
    List<TriageStep> steps = new ArrayList<>();
    for (TriageChange change : changes) {
      steps.add(new TriageStep(change, "mia", NOW, false));
    }
    return TriageState.after(steps);
  }

  @Test
  void aDismissalUntilAMomentHoldsJustBeforeIt() {
    Dismissal dismissal = dismissal(new DismissalCondition.Until(NOW));
    assertThat(dismissal.holds(NOW.minusMillis(1), SubjectFacts.NONE)).isTrue();
    assertThat(dismissal.over(NOW.plusSeconds(7200), SubjectFacts.NONE))
        .contains("its time was over 2 hours ago");
  }

  @Test
  void aDismissalUntilMoreCountsFromTheDayItWasMade() {
    Dismissal dismissal = dismissal(new DismissalCondition.UntilMore(10, 30));
    assertThat(dismissal.holds(NOW, new SubjectFacts(39, ""))).isTrue();
    assertThat(dismissal.over(NOW, new SubjectFacts(42, ""))).contains("12 more crashes came");
    assertThat(dismissal.over(NOW, new SubjectFacts(40, ""))).contains("10 more crashes came");
    Dismissal one = dismissal(new DismissalCondition.UntilMore(1, 0));
    assertThat(one.over(NOW, new SubjectFacts(1, ""))).contains("1 more crash came");
  }

  @Test
  void aDismissalUntilTheCodeChangesSaysWhatChanged() {
    Dismissal dismissal = dismissal(new DismissalCondition.UntilCodeHash("aa11"));
    assertThat(dismissal.holds(NOW, new SubjectFacts(9, "aa11"))).isTrue();
    assertThat(dismissal.over(NOW, new SubjectFacts(9, "bb22")))
        .contains("the code changed from aa11 to bb22");
    assertThat(dismissal.over(NOW, new SubjectFacts(9, ""))).contains("the patch aa11 is gone");
    assertThat(
            dismissal(new DismissalCondition.UntilCodeHash(""))
                .over(NOW, new SubjectFacts(0, "bb22")))
        .contains("there is a patch now, bb22");
  }

  @Test
  void aDismissalForEverEndsOnlyByHand() {
    Dismissal dismissal = dismissal(new DismissalCondition.ForEver());
    assertThat(dismissal.holds(NOW.plusSeconds(1L << 40), new SubjectFacts(1L << 40, "x")))
        .isTrue();
    TriageState state =
        after(
            new TriageChange.Dismiss(
                List.of(new TriageChange.Dismissing(group("a"), new DismissalCondition.ForEver())),
                "known noise"),
            new TriageChange.EndDismissal(List.of(group("a"), group("b"))));
    assertThat(state.dismissals()).containsOnlyKeys(group("a"));
    assertThat(state.dismissals().get(group("a")).over(NOW, SubjectFacts.NONE))
        .contains("mia ended it");
  }

  @Test
  void aDismissalThatEndedSaysWhoseItWas() {
    assertThat(dismissal(new DismissalCondition.ForEver()).was(ZoneOffset.UTC))
        .isEqualTo("was dismissed by mia on 2026-11-21 because known noise");
  }

  @Test
  void aDismissalWithoutAReasonCannotBeMade() {
    assertThatThrownBy(() ->
            new Dismissal(new DismissalCondition.ForEver(), " ", "mia", NOW, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmptyNoteOrOwnerTakesItAway() {
    List<Subject> both = List.of(group("a"), group("b"));
    TriageState state =
        after(
            new TriageChange.Note(both, "see *PR 12*"),
            new TriageChange.Owner(both, "mia"),
            new TriageChange.Note(List.of(group("a")), ""),
            new TriageChange.Owner(List.of(group("b")), " "));
    assertThat(state.notes()).containsOnlyKeys(group("b"));
    assertThat(state.owners()).containsOnlyKeys(group("a"));
  }

  @Test
  void reviewedIsTakenBackByItself() {
    TriageState state =
        after(
            new TriageChange.Reviewed(List.of(group("a"), group("b")), true),
            new TriageChange.Reviewed(List.of(group("a")), false));
    assertThat(state.reviewed()).containsExactly(group("b"));
  }

  @Test
  void mergesOfMergesAreOneMerge() {
    TriageState state =
        after(
            new TriageChange.Merge(List.of(group("a"), group("b"))),
            new TriageChange.Merge(List.of(group("c"), group("d"))),
            new TriageChange.Merge(List.of(group("d"), group("b"))));
    assertThat(state.mergedWith(group("a")))
        .containsExactlyInAnyOrder(group("a"), group("b"), group("c"), group("d"));
  }

  @Test
  void aSplitLeavesTheOthersTogetherAndNobodyAlone() {
    TriageChange merge = new TriageChange.Merge(List.of(group("a"), group("b"), group("c")));
    TriageState one = after(merge, new TriageChange.Split(List.of(group("a"))));
    assertThat(one.mergedWith(group("b"))).containsExactlyInAnyOrder(group("b"), group("c"));
    assertThat(one.mergedWith(group("a"))).isEmpty();
    TriageState two = after(merge, new TriageChange.Split(List.of(group("a"), group("b"))));
    assertThat(two).isEqualTo(TriageState.EMPTY);
  }

  @Test
  void undoneStepsCountForNothing() {
    TriageStep step =
        new TriageStep(new TriageChange.Owner(List.of(group("a")), "mia"), "mia", NOW, false);
    assertThat(TriageState.after(List.of(step.as(true)))).isEqualTo(TriageState.EMPTY);
    assertThat(TriageState.after(List.of(step.as(true).as(false))).owners()).hasSize(1);
  }
}
