package io.suturescope.model.life;

import io.suturescope.model.life.Anomaly.Evidence;
import io.suturescope.model.life.Anomaly.Kind;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is wrong within one lifecycle entry.
final class LayerAnomalies {

  private final LifeEvidence.Layer layer;

  private LayerAnomalies(LifeEvidence.Layer layer) {
    this.layer = layer;
  }

  static List<Anomaly> of(LifeEvidence.Layer layer) {
    LayerAnomalies anomalies = new LayerAnomalies(layer);
    List<Anomaly> found = new ArrayList<>();
    anomalies.bounces().ifPresent(found::add);
    anomalies.edges().ifPresent(found::add);
    anomalies.backwards().ifPresent(found::add);
    return found;
  }

  private Optional<Anomaly> bounces() {
    Bounces bounces = Bounces.of(layer.entry());
    if (!bounces.isAlarm()) {
      return Optional.empty();
    }
    return Optional.of(
        anomaly(
            Kind.BOUNCES,
            "It was patched again "
                + bounces.worstDay().size()
                + " times within 24 hours: the guard does not stop the crash.",
            bounces.worstDay().stream()
                .map(t -> evidence(step(t) + (t.reason().isEmpty() ? "" : ": " + t.reason()), t))
                .toList()));
  }

  private Optional<Anomaly> edges() {
    List<Evidence> impossible = new ArrayList<>();
    Optional<Transition> before = Optional.empty();
    for (Transition step : layer.entry().transitions()) {
      if (StateEdge.of(step).kind() == EdgeKind.ALARM) {
        impossible.add(evidence(step(step) + ": no such step exists", step));
      } else if (before.isPresent() && !before.get().to().equals(step.from())) {
        impossible.add(
            evidence(step(step) + ", though it stood in " + word(before.get().to()), step));
      }
      before = Optional.of(step);
    }
    return impossible.isEmpty()
        ? Optional.empty()
        : Optional.of(
            anomaly(
                Kind.IMPOSSIBLE_EDGE,
                "Its record holds "
                    + times(impossible.size(), "step that cannot be", "steps that cannot be")
                    + ", such as "
                    + impossible.getFirst().text()
                    + ".",
                impossible));
  }

  private Optional<Anomaly> backwards() {
    List<Evidence> earlier = new ArrayList<>();
    LifecycleEntry entry = layer.entry();
    Optional<Instant> before = entry.createdAt();
    for (Transition step : entry.transitions()) {
      Optional<Instant> at = step.at();
      if (at.isPresent()) {
        before
            .filter(at.get()::isBefore)
            .ifPresent(b -> earlier.add(evidence(step(step) + ", after " + b, step)));
        before = at;
      }
    }
    return earlier.isEmpty()
        ? Optional.empty()
        : Optional.of(
            anomaly(
                Kind.TIME_BACKWARDS,
                "Time goes backwards in its record "
                    + times(earlier.size(), "time", "times")
                    + ": a clock was set back, or two processes wrote the file.",
                earlier));
  }

  private Anomaly anomaly(Kind kind, String sentence, List<Evidence> evidence) {
    return Anomaly.of(kind, layer.entry().guardType(), sentence, evidence);
  }

  private Evidence evidence(String text, Transition step) {
    return new Evidence(text, step.at(), Optional.of(layer.place()));
  }

  private static String step(Transition step) {
    return word(step.from()) + " to " + word(step.to());
  }

  /// Recorded text may be anything.
  private static String word(String state) {
    if (state.isEmpty()) {
      return "no state";
    }
    return state.length() > 40 ? state.substring(0, 40) + "…" : state;
  }

  private static String times(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
