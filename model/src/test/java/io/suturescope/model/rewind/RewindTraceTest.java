package io.suturescope.model.rewind;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.rewind.Origin.Certainty;
import io.suturescope.model.rewind.Origin.Link;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import io.suturescope.model.rewind.RewindStep.Change;
import io.suturescope.model.rewind.RewindStep.Variable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RewindTraceTest {

  private static RewindTrace trace(String name) {
    return RewindTrace.of(RecordedRewinds.read(name));
  }

  private static RewindEvent event(String kind, String function, int line, String... variables) {
    List<MaskedVariable> named =
        IntStream.range(0, variables.length / 2)
            .mapToObj(i -> new MaskedVariable(variables[2 * i], variables[2 * i + 1]))
            .toList();
    boolean call = kind.equals("call");
    return new RewindEvent(
        OptionalDouble.of(line),
        kind,
        function,
        "m",
        line,
        call ? named : List.of(),
        call ? List.of() : named,
        "",
        "");
  }

  private static RewindEvent returning(String function, String value) {
    return new RewindEvent(
        OptionalDouble.of(0), "return", function, "m", 9, List.of(), List.of(), value, "");
  }

  private static Rewind rewind(String function, RewindEvent... events) {
    return new Rewind(
        function, Optional.empty(), "E", "", "g", "v", List.of(events), events.length);
  }

  @Test
  void theCrashIsAtZeroAndWhatWasBeforeIsNegative() {
    RewindTrace trace = trace("apply_coupon-311");
    assertThat(trace.steps()).hasSize(30);
    assertThat(trace.crash()).hasValue(29);
    assertThat(trace.crashStep().orElseThrow().seconds()).hasValue(0);
    assertThat(trace.steps().getFirst().seconds().getAsDouble()).isNegative();
    assertThat(trace.target()).contains("coupons");
  }

  @Test
  void depthFollowsCallsAlsoWhereTheTimelineBeginsInsideThem() {
    assertThat(depths(trace("apply_coupon-311")).subList(21, 30))
        .containsExactly(0, 1, 1, 1, 0, 0, 0, 1, 1);
    RewindTrace cut =
        RewindTrace.of(
            rewind(
                "f",
                returning("inner", ""),
                returning("middle", ""),
                event("call", "g", 3),
                event("exception", "f", 4)));
    assertThat(depths(cut)).containsExactly(1, 0, 0, 1);
  }

  private static List<Integer> depths(RewindTrace trace) {
    return trace.steps().stream().map(RewindStep::depth).toList();
  }

  @Test
  void changesAreThoseSinceTheSameFrameWasSeenLast() {
    RewindTrace trace =
        RewindTrace.of(
            rewind(
                "f",
                event("call", "f", 1, "a", "1", "b", "2"),
                event("call", "g", 5, "a", "9"),
                returning("g", ""),
                event("exception", "f", 2, "a", "1", "b", "3", "c", "4")));
    assertThat(trace.steps().getLast().variables())
        .containsExactly(
            new Variable("a", "1", false, Change.SAME),
            new Variable("b", "3", false, Change.CHANGED),
            new Variable("c", "4", false, Change.NEW));
  }

  @Test
  void anArgumentIsFollowedBackToTheCallerThatHeldIt() {
    Origin origin = trace("apply_coupon-311").firstWhere("coupons", "None").orElseThrow();
    assertThat(origin.links())
        .containsExactly(
            new Link(28, "coupons", Certainty.RECORDED), new Link(27, "args", Certainty.LIKELY));
    assertThat(origin.step()).isEqualTo(27);
    assertThat(origin.variable()).isEqualTo("args");
    assertThat(origin.certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void aVariableThatIsSetInTheFrameIsFollowedNoFurther() {
    Origin origin = trace("describe-311").firstWhere("where", "None").orElseThrow();
    assertThat(origin.links()).containsExactly(new Link(29, "where", Certainty.RECORDED));
  }

  @Test
  void aReturnedValueIsWhereItCameFrom() {
    RewindTrace trace =
        RewindTrace.of(
            rewind(
                "f",
                event("call", "f", 1, "user", "7"),
                event("call", "load", 5),
                returning("load", "None"),
                event("exception", "f", 2, "user", "7", "profile", "None")));
    Origin origin = trace.firstWhere("profile", "None").orElseThrow();
    assertThat(origin.step()).isEqualTo(2);
    assertThat(origin.variable()).isEmpty();
    assertThat(origin.certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void aValueThatDidNotCrashHasNoOrigin() {
    assertThat(trace("set_note-text").firstWhere("order", "None")).isEmpty();
    assertThat(trace("apply_coupon-311").firstWhere("nowhere", "None")).isEmpty();
    assertThat(RewindTrace.of(rewind("f")).firstWhere("a", "None")).isEmpty();
  }

  @Test
  void twoCrashesOfOneFunctionDifferInTheValueThatCrashed() {
    RewindComparison.Row difference = lastRow("set_note-none", "set_note-text");
    assertThat(difference)
        .isEqualTo(
            new RewindComparison.Row(
                OptionalInt.of(29),
                OptionalInt.of(29),
                RewindComparison.Kind.VALUES,
                List.of("order", "exception")));
  }

  private static RewindComparison.Row lastRow(String left, String right) {
    return compare(left, right).rows().getLast();
  }

  private static RewindComparison compare(String left, String right) {
    return RewindComparison.of(RecordedRewinds.read(left), RecordedRewinds.read(right));
  }

  @Test
  void theFirstDifferenceIsNamedWithItsStepOnBothSides() {
    Rewind left =
        rewind(
            "f",
            event("call", "old", 1),
            event("call", "f", 2, "a", "<A at 0x7f01>", "b", "1"),
            event("call", "g", 3),
            event("exception", "f", 4));
    Rewind right =
        rewind(
            "f",
            event("call", "f", 2, "a", "<A at 0x7f99>", "b", "1"),
            event("call", "h", 8),
            event("exception", "f", 4));
    RewindComparison comparison = RewindComparison.of(left, right);
    assertThat(comparison.rows().getFirst().kind()).isEqualTo(RewindComparison.Kind.BEFORE_COMMON);
    assertThat(comparison.firstDifference())
        .contains(
            new RewindComparison.Row(
                OptionalInt.of(2), OptionalInt.empty(), RewindComparison.Kind.PATH, List.of()));
  }

  @Test
  void aRewindDoesNotDifferFromItself() {
    for (String name : List.of("fetch_page-311", "describe-311", "set_note-text")) {
      assertThat(compare(name, name).firstDifference()).isEmpty();
      assertThat(compare(name, name).rows()).hasSize(30);
    }
  }

  @Property
  void anyTimelineCanBePlayedWalkedAndCompared(
      @ForAll("timelines") List<RewindEvent> left, @ForAll("timelines") List<RewindEvent> right) {
    Rewind one = rewind("f", left.toArray(RewindEvent[]::new));
    Rewind other = rewind("g", right.toArray(RewindEvent[]::new));
    RewindTrace trace = RewindTrace.of(one);
    assertThat(trace.steps()).hasSameSizeAs(left);
    assertThat(trace.steps()).allMatch(step -> step.depth() >= 0 && step.depth() <= left.size());
    assertThat(trace.crash().isPresent()).isEqualTo(!left.isEmpty());
    trace
        .firstWhere("a", "None")
        .ifPresent(origin -> assertThat(origin.step()).isBetween(0, trace.crash().getAsInt()));
    RewindComparison comparison = RewindComparison.of(one, other);
    assertThat(comparison.rows().stream().flatMapToInt(r -> stream(r.left())))
        .containsExactlyElementsOf(IntStream.range(0, left.size()).boxed().toList());
    assertThat(comparison.rows().stream().flatMapToInt(r -> stream(r.right())))
        .containsExactlyElementsOf(IntStream.range(0, right.size()).boxed().toList());
  }

  private static IntStream stream(OptionalInt index) {
    return index.stream();
  }

  @Provide
  Arbitrary<List<RewindEvent>> timelines() {
    Arbitrary<String> kind = Arbitraries.of("call", "return", "exception", "line", "");
    Arbitrary<String> function = Arbitraries.of("f", "g", "C.f", "");
    Arbitrary<Double> clock = Arbitraries.of(0.0, -1e308, 1e308, 2.5);
    Arbitrary<List<MaskedVariable>> variables =
        Combinators.combine(
                Arbitraries.of("a", "b", ""), Arbitraries.of("None", "1", "(None, 2)", "", "("))
            .as(MaskedVariable::new)
            .list()
            .ofMaxSize(3);
    return Combinators.combine(
            kind, function, clock, variables, variables, Arbitraries.of("None", "", "1"))
        .as((k, f, c, args, locals, r) ->
            new RewindEvent(OptionalDouble.of(c), k, f, "m", 3, args, locals, r, ""))
        .list()
        .ofMaxSize(25);
  }

  @Test
  void aLongTimelineIsReadToItsEnd() {
    RewindEvent[] events =
        Stream.generate(() -> event("call", "f", 1, "a", "None"))
            .limit(Rewind.EVENT_LIMIT)
            .toArray(RewindEvent[]::new);
    RewindTrace trace = RewindTrace.of(rewind("f", events));
    assertThat(trace.deepest()).isEqualTo(Rewind.EVENT_LIMIT - 1);
    assertThat(trace.firstWhere("a", "None")).map(Origin::step).contains(0);
  }
}
