package io.suturescope.model.rewind;

import io.suturescope.model.rewind.Origin.Certainty;
import io.suturescope.model.rewind.Origin.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows a value from the crash back through its frame, the arguments it was passed in, and the
/// call that returned it.
final class WalkBack {

  private final List<RewindStep> steps;
  private final RewindTrace trace;
  private final String value;

  WalkBack(RewindTrace trace, String value) {
    this.trace = trace;
    this.steps = trace.steps();
    this.value = value;
  }

  Optional<Origin> from(String variable) {
    if (trace.crash().isEmpty()) {
      return Optional.empty();
    }
    int crash = trace.crash().getAsInt();
    int earliest = earliest(crash, variable);
    if (earliest < 0) {
      return Optional.empty();
    }
    List<Link> links = new ArrayList<>();
    links.add(new Link(earliest, variable, Certainty.RECORDED));
    Optional<Link> next = before(links.getLast());
    while (next.isPresent()) {
      links.add(next.get());
      next = before(next.get());
    }
    Link last = links.getLast();
    Certainty weakest =
        links.stream().map(Link::certainty).max(Certainty::compareTo).orElse(Certainty.RECORDED);
    return Optional.of(new Origin(last.step(), last.variable(), weakest, links));
  }

  /// The earliest step of the same frame from which on the variable held the value whenever it was
  /// recorded; -1 when it did not hold it last.
  private int earliest(int last, String variable) {
    int frame = steps.get(last).frame();
    int found = -1;
    for (int i = last; i >= 0; i--) {
      RewindStep step = steps.get(i);
      Optional<String> here =
          step.frame() == frame ? step.value(variable) : Optional.<String>empty();
      if (here.isPresent() && !here.get().equals(value)) {
        return found;
      }
      found = here.isPresent() ? i : found;
    }
    return found;
  }

  private Optional<Link> before(Link link) {
    RewindStep step = steps.get(link.step());
    if (link.variable().isEmpty()) {
      return Optional.empty();
    }
    if (!step.isCall()) {
      return returned(link.step(), step.frame(), Certainty.LIKELY);
    }
    Optional<Link> passed = passed(link, step);
    return passed.isPresent() || step.parent() < 0
        ? passed
        : returned(link.step(), step.parent(), Certainty.POSSIBLE);
  }

  /// The variable of the caller that was passed on.
  private Optional<Link> passed(Link link, RewindStep call) {
    if (call.parent() < 0) {
      return Optional.empty();
    }
    for (int i = link.step() - 1; i >= 0; i--) {
      RewindStep step = steps.get(i);
      if (step.frame() == call.parent() && !step.variables().isEmpty()) {
        return passed(i, step, link.variable());
      }
    }
    return Optional.empty();
  }

  private Optional<Link> passed(int at, RewindStep caller, String name) {
    if (caller.value(name).filter(value::equals).isPresent()) {
      return Optional.of(new Link(earliest(at, name), name, Certainty.LIKELY));
    }
    List<String> others =
        caller.variables().stream()
            .map(RewindStep.Variable::name)
            .distinct()
            .filter(other -> caller.value(other).filter(value::equals).isPresent())
            .toList();
    if (others.size() == 1) {
      return Optional.of(
          new Link(earliest(at, others.getFirst()), others.getFirst(), Certainty.POSSIBLE));
    }
    // Inside a tuple or list of arguments that the caller holds: no name of its own, so the way
    // back ends there.
    return caller.variables().stream()
        .filter(v -> holds(v.value()))
        .findFirst()
        .map(v -> new Link(at, v.name(), Certainty.LIKELY));
  }

  /// Whether the value is one of the elements of a tuple or list.
  private boolean holds(String collection) {
    if (collection.length() < 2 || "([".indexOf(collection.charAt(0)) < 0) {
      return false;
    }
    int at = collection.indexOf(value, 1);
    if (at < 0) {
      return false;
    }
    int end = at + value.length();
    boolean starts = at == 1 || collection.startsWith(", ", at - 2);
    boolean ends = end < collection.length() && ",)]".indexOf(collection.charAt(end)) >= 0;
    return starts && ends;
  }

  /// Whether the call ends because of an exception; then `None` is noted as what it returned.
  private boolean unwinds(int at) {
    for (int i = at - 1; i >= 0; i--) {
      RewindStep step = steps.get(i);
      if (step.frame() == steps.get(at).frame()) {
        return step.isException()
            && step.event().lineNumber() == steps.get(at).event().lineNumber();
      }
    }
    return false;
  }

  /// The last call that the frame made before a step, if it returned the value and the frame was
  /// not seen in between.
  private Optional<Link> returned(int before, int frame, Certainty certainty) {
    for (int i = before - 1; i >= 0; i--) {
      RewindStep step = steps.get(i);
      if (step.frame() == frame) {
        return Optional.empty();
      }
      if (step.parent() == frame && step.isReturn()) {
        return step.event().returned().equals(value) && !unwinds(i)
            ? Optional.of(new Link(i, "", certainty))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
