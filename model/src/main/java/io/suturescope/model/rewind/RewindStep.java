package io.suturescope.model.rewind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One step of a rewind, seen from the crash.
///
/// @param index of its event in the rewind, from 0
/// @param seconds before the crash as a negative number, 0 at the crash; empty where no clock was
///   recorded
/// @param depth of the call, 0 for the outermost that the timeline shows
/// @param frame number of the running call: steps with the same number belong to one call
/// @param parent number of the frame that called it; -1 when the timeline does not show it
/// @param variables arguments first, each with what happened to it since the frame's last step
public record RewindStep(
    int index,
    RewindEvent event,
    OptionalDouble seconds,
    int depth,
    int frame,
    int parent,
    List<Variable> variables) {

  public RewindStep {
    variables = List.copyOf(variables);
  }

  /// What became of a variable since the frame was seen last.
  public enum Change {
    /// Not known before.
    NEW,
    CHANGED,
    SAME
  }

  /// @param value as it may be shown
  public record Variable(String name, String value, boolean argument, Change change) {}

  /// What the variable holds here.
  public Optional<String> value(String variable) {
    return variables.stream()
        .filter(v -> v.name().equals(variable))
        .map(Variable::value)
        .findFirst();
  }

  boolean isCall() {
    return event.event().equals("call");
  }

  boolean isReturn() {
    return event.event().equals("return");
  }

  boolean isException() {
    return event.event().equals("exception");
  }
}
