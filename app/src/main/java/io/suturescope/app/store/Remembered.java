package io.suturescope.app.store;

import io.suturescope.model.timeline.TimeRange;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What every screen asks first, of one revision of the workspace: made once, a few hundred bytes a
/// group. A reading of a running import has one of its own, which lives as long as one verb.
final class Remembered {

  private final long revision;
  private volatile Optional<HourCounts> hours = Optional.empty();
  private final Once<Map<Long, GroupSums.Sum>> sums = new Once<>();
  private final Once<Optional<TimeRange>> extent = new Once<>();
  private final Once<Map<Long, Long>> fingerprints = new Once<>();
  private final Once<Map<Long, String>> names = new Once<>();
  private final Once<VerdictIndex> verdicts = new Once<>();
  private final Once<Map<Long, String>> pythons = new Once<>();
  private final Map<GroupOrder, Once<long[]>> orders = new EnumMap<>(GroupOrder.class);

  Remembered(long revision) {
    this.revision = revision;
    for (GroupOrder order : GroupOrder.values()) {
      orders.put(order, new Once<>());
    }
  }

  long revision() {
    return revision;
  }

  /// Of all crashes, by group. Not to be changed.
  Once<Map<Long, GroupSums.Sum>> sums() {
    return sums;
  }

  /// Of all crashes.
  Once<Optional<TimeRange>> extent() {
    return extent;
  }

  /// By group; those without one left out.
  Once<Map<Long, Long>> fingerprints() {
    return fingerprints;
  }

  /// What groups are sorted by when sorted by function.
  Once<Map<Long, String>> names() {
    return names;
  }

  /// Verdicts by patched function.
  Once<VerdictIndex> verdicts() {
    return verdicts;
  }

  /// Python version of the latest crash, by group.
  Once<Map<Long, String>> pythons() {
    return pythons;
  }

  /// Empty until {@link Workspace#sweep} has read them: a command that asks one thing and ends does
  /// not need them.
  Optional<HourCounts> hours() {
    return hours;
  }

  void keepHours(Optional<HourCounts> read) {
    hours = read;
  }

  /// Ids of all groups. Not to be changed.
  Once<long[]> order(GroupOrder order) {
    return java.util.Objects.requireNonNull(orders.get(order));
  }
}
