package io.suturescope.model.rewind;

import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import io.suturescope.model.rewind.RewindStep.Change;
import io.suturescope.model.rewind.RewindStep.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A rewind made ready to be played: steps with their time before the crash, their call depth and
/// what changed (codesuture.md 11).
///
/// @param steps in the order they were recorded
/// @param crash index of the step that raised what crashed; empty when there are no steps
public record RewindTrace(Rewind rewind, List<RewindStep> steps, OptionalInt crash) {

  public RewindTrace {
    steps = List.copyOf(steps);
  }

  /// Any timeline gives a trace, however it was cut.
  public static RewindTrace of(Rewind rewind) {
    List<RewindEvent> events = rewind.events();
    OptionalInt crash = crash(rewind);
    OptionalDouble zero =
        crash.isPresent() ? clockAt(events, crash.getAsInt()) : OptionalDouble.empty();
    CallStack stack = new CallStack();
    Map<Integer, Map<String, String>> known = new HashMap<>();
    List<RewindStep> steps = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      RewindEvent event = events.get(i);
      CallStack.Frame frame = stack.frame(event);
      Map<String, String> before = known.computeIfAbsent(frame.number(), _ -> new HashMap<>());
      steps.add(
          new RewindStep(
              i,
              event,
              since(zero, event.clock()),
              frame.depth(),
              frame.number(),
              frame.parent(),
              variables(event, before)));
    }
    return new RewindTrace(rewind, grounded(steps), crash);
  }

  /// The variable that CodeSuture says was the cause; empty when it names none.
  public Optional<String> target() {
    return Optional.of(rewind.targetVariable()).filter(name -> !name.isEmpty());
  }

  /// False when the step that crashed names another module than this; a rewind itself names its
  /// function only.
  public boolean mayBeOf(String module) {
    return crashStep()
        .filter(step -> step.event().function().equals(rewind.function()))
        .map(step -> step.event().module())
        .filter(name -> !name.isEmpty() && !module.isEmpty())
        .map(module::equals)
        .orElse(true);
  }

  /// The step that crashed.
  public Optional<RewindStep> crashStep() {
    return crash.isPresent() ? Optional.of(steps.get(crash.getAsInt())) : Optional.empty();
  }

  /// The deepest call; 0 when there are no steps.
  public int deepest() {
    return steps.stream().mapToInt(RewindStep::depth).max().orElse(0);
  }

  /// Walks back from the crash to where a variable of the crashing frame got its value.
  ///
  /// @param value as text, such as `None`
  /// @return empty when the variable did not hold that value at the crash, as far as was recorded
  public Optional<Origin> firstWhere(String variable, String value) {
    return new WalkBack(this, value).from(variable);
  }

  private static OptionalInt crash(Rewind rewind) {
    List<RewindEvent> events = rewind.events();
    int any = -1;
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i).event().equals("exception")) {
        any = any < 0 ? i : any;
        if (isSame(rewind.function(), events.get(i).function())) {
          return OptionalInt.of(i);
        }
      }
    }
    int last = any < 0 ? events.size() - 1 : any;
    return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
  }

  /// A rewind names its function bare or in full.
  private static boolean isSame(String one, String other) {
    return one.equals(other) || other.endsWith("." + one) || one.endsWith("." + other);
  }

  private static OptionalDouble clockAt(List<RewindEvent> events, int crash) {
    for (int i = crash; i >= 0; i--) {
      if (events.get(i).clock().isPresent()) {
        return events.get(i).clock();
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble since(OptionalDouble zero, OptionalDouble clock) {
    if (zero.isEmpty() || clock.isEmpty()) {
      return OptionalDouble.empty();
    }
    double seconds = clock.getAsDouble() - zero.getAsDouble();
    return Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
  }

  private static List<Variable> variables(RewindEvent event, Map<String, String> known) {
    List<Variable> variables = new ArrayList<>();
    event.arguments().forEach(v -> variables.add(variable(v, true, known)));
    event.locals().forEach(v -> variables.add(variable(v, false, known)));
    return variables;
  }

  private static Variable variable(
      MaskedVariable recorded, boolean argument, Map<String, String> known) {
    String before = known.put(recorded.name(), recorded.shape());
    Change change =
        before == null
            ? Change.NEW
            : before.equals(recorded.shape()) ? Change.SAME : Change.CHANGED;
    return new Variable(recorded.name(), recorded.shape(), argument, change);
  }

  /// The outermost call gets depth 0.
  private static List<RewindStep> grounded(List<RewindStep> steps) {
    int lowest = steps.stream().mapToInt(RewindStep::depth).min().orElse(0);
    return steps.stream()
        .map(s ->
            new RewindStep(
                s.index(),
                s.event(),
                s.seconds(),
                s.depth() - lowest,
                s.frame(),
                s.parent(),
                s.variables()))
        .toList();
  }
}
