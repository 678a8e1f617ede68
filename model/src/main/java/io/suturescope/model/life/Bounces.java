package io.suturescope.model.life;

import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.patch.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How often a guard was patched again after it had been suggested: each time it crashed although
/// it was patched.
///
/// @param total with undated ones
/// @param worstDay the most dated ones within 24 hours, oldest first
public record Bounces(long total, List<Transition> worstDay) {

  /// So many within 24 hours are an alarm.
  public static final int ALARM = 5;

  private static final StateEdge BACK = new StateEdge(PatchState.SUGGESTED, PatchState.PATCHED);
  private static final Duration DAY = Duration.ofHours(24);

  public Bounces {
    worstDay = List.copyOf(worstDay);
  }

  public static Bounces of(LifecycleEntry entry) {
    List<Transition> back =
        entry.transitions().stream().filter(t -> StateEdge.of(t).equals(BACK)).toList();
    List<Transition> dated =
        back.stream()
            .filter(t -> t.at().isPresent())
            .sorted(Comparator.comparing(t -> t.at().orElseThrow()))
            .toList();
    int from = 0;
    int bestFrom = 0;
    int bestTo = 0;
    for (int to = 1; to <= dated.size(); to++) {
      Instant earliest = dated.get(to - 1).at().orElseThrow().minus(DAY);
      while (dated.get(from).at().orElseThrow().isBefore(earliest)) {
        from++;
      }
      if (to - from > bestTo - bestFrom) {
        bestFrom = from;
        bestTo = to;
      }
    }
    return new Bounces(back.size(), dated.subList(bestFrom, bestTo));
  }

  public boolean isAlarm() {
    return worstDay.size() >= ALARM;
  }

  /// From the first to the last of the worst day; empty without dated ones.
  public Optional<Duration> span() {
    return worstDay.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Duration.between(
                worstDay.getFirst().at().orElseThrow(), worstDay.getLast().at().orElseThrow()));
  }
}
