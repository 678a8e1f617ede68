package io.suturescope.model.life;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The recorded life of one function: the steps of all its layers of guards.
///
/// @param steps by time; the steps of one layer keep their recorded order even where their times do
///   not rise, and undated ones follow the step before them
/// @param stays where each layer stands now, in the order of the layers
public record PatchHistory(List<Step> steps, List<Stay> stays) {

  /// One transition.
  ///
  /// @param layer index of its entry among those given
  /// @param number of the step within its layer, from 0
  /// @param kind of its edge; ALARM also where the chain is broken
  /// @param continues false when `from` is not the `to` of the step before it in its layer
  /// @param dwell how long the layer had been in `from`; empty when that is undated or time goes
  ///   backwards
  public record Step(
      int layer,
      int number,
      String guard,
      Transition recorded,
      StateEdge edge,
      EdgeKind kind,
      boolean continues,
      Optional<Duration> dwell) {

    public Optional<Instant> at() {
      return recorded.at();
    }

    public String reason() {
      return recorded.reason();
    }
  }

  /// Where a layer stands.
  ///
  /// @param recorded the text of the state
  /// @param since its last step; without one, when the entry was changed or made
  public record Stay(
      int layer, String guard, PatchState state, String recorded, Optional<Instant> since) {

    /// How long it has been there; empty when that is undated or in the future.
    public Optional<Duration> dwell(Instant now) {
      return between(since, Optional.of(now));
    }
  }

  private record Timed(Instant sortTime, Step step) {}

  public PatchHistory {
    steps = List.copyOf(steps);
    stays = List.copyOf(stays);
  }

  /// The history of the layers of one function.
  public static PatchHistory of(List<LifecycleEntry> layers) {
    List<Timed> steps = new ArrayList<>();
    List<Stay> stays = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      LifecycleEntry entry = layers.get(layer);
      add(steps, layer, entry);
      stays.add(
          new Stay(layer, entry.guardType(), entry.state(), entry.recordedState(), since(entry)));
    }
    // Stable, so that the layers keep their own order.
    steps.sort(Comparator.comparing(Timed::sortTime));
    return new PatchHistory(steps.stream().map(Timed::step).toList(), stays);
  }

  private static void add(List<Timed> steps, int layer, LifecycleEntry entry) {
    Optional<Instant> since = entry.createdAt();
    Instant latest = since.orElse(Instant.MIN);
    Optional<String> stands = Optional.empty();
    int number = 0;
    for (Transition step : entry.transitions()) {
      StateEdge edge = StateEdge.of(step);
      boolean continues = stands.isEmpty() || stands.get().equals(step.from());
      latest = step.at().filter(latest::isBefore).orElse(latest);
      steps.add(
          new Timed(
              latest,
              new Step(
                  layer,
                  number++,
                  entry.guardType(),
                  step,
                  edge,
                  continues ? edge.kind() : EdgeKind.ALARM,
                  continues,
                  between(since, step.at()))));
      since = step.at();
      stands = Optional.of(step.to());
    }
  }

  private static Optional<Instant> since(LifecycleEntry entry) {
    return entry.transitions().isEmpty()
        ? entry.updatedAt().or(entry::createdAt)
        : entry.transitions().getLast().at().or(entry::updatedAt);
  }

  private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(f -> to.filter(t -> !t.isBefore(f)).map(t -> Duration.between(f, t)));
  }
}
