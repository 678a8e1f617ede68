package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.views.patches.BoardColumn;
import io.suturescope.views.patches.PatchColumn;
import io.suturescope.views.patches.PatchesState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// In which order patches stand, in the table and on the board.
final class PatchOrder {

  /// What needs somebody stands first.
  static final List<EffectiveState> WORST_FIRST =
      List.of(
          EffectiveState.EXPIRED_LIVE,
          EffectiveState.REOPENED,
          EffectiveState.EXPIRED_LOADS,
          EffectiveState.REFUSED,
          EffectiveState.ROLLED_BACK_UNPROVEN,
          EffectiveState.FILE_GONE,
          EffectiveState.MEMORY_ONLY,
          EffectiveState.LIVE,
          EffectiveState.LOADS,
          EffectiveState.ROLLED_BACK,
          EffectiveState.FIXED);

  static final PatchesState.Sort USUAL = new PatchesState.Sort(PatchColumn.EFFECTIVE, false);

  private PatchOrder() {}

  /// Pressing the same title again turns the order around.
  static PatchesState.Sort pressed(PatchesState.Sort before, PatchColumn column) {
    return before.column() == column
        ? new PatchesState.Sort(column, !before.descending())
        : new PatchesState.Sort(column, isNumber(column));
  }

  /// Of numbers the largest are wanted first.
  private static boolean isNumber(PatchColumn column) {
    return column == PatchColumn.CRASHES || column == PatchColumn.LAST;
  }

  static List<PatchEntry> sorted(List<PatchEntry> entries, PatchesState.Sort sort) {
    List<PatchEntry> sorted = new ArrayList<>(entries);
    Comparator<PatchEntry> order = by(sort.column());
    sorted.sort(sort.descending() ? order.reversed() : order);
    return List.copyOf(sorted);
  }

  private static Comparator<PatchEntry> by(PatchColumn column) {
    return switch (column) {
      case SEVERITY -> Comparator.comparing(entry -> entry.row().severity());
      case FUNCTION ->
          Comparator.comparing((PatchEntry entry) -> entry.line().function())
              .thenComparing(entry -> entry.line().place());
      case GUARD -> Comparator.comparing(entry -> String.join(",", entry.line().guards()));
      case RECORDED -> Comparator.comparing(entry -> entry.line().recorded());
      case EFFECTIVE ->
          Comparator.comparingInt(
                  (PatchEntry entry) -> WORST_FIRST.indexOf(entry.row().effectiveState()))
              .thenComparing(entry -> entry.row().severity())
              .thenComparing(entry -> entry.row().ttlEnd().orElse(Instant.MAX));
      case TTL -> Comparator.comparing(entry -> entry.row().ttlEnd().orElse(Instant.MAX));
      case SHADOW -> Comparator.comparing(entry -> entry.line().verdict());
      case SIGNATURE ->
          Comparator.comparing(
              entry -> entry.row().file().map(f -> f.signature().name()).orElse("~"));
      case CRASHES -> Comparator.comparingLong(entry -> entry.row().crashes());
      case LAST -> Comparator.comparing(entry -> entry.row().lastSeen().orElse(Instant.MIN));
      case PYTHON -> Comparator.comparing(entry -> entry.line().python());
    };
  }

  /// The columns of the board, of those states that occur; each column in the order given.
  static List<BoardColumn> columns(List<PatchEntry> sorted) {
    Map<EffectiveState, List<Integer>> places = new EnumMap<>(EffectiveState.class);
    for (int i = 0; i < sorted.size(); i++) {
      PatchRow row = sorted.get(i).row();
      places.computeIfAbsent(row.effectiveState(), _ -> new ArrayList<>()).add(i);
    }
    return WORST_FIRST.stream()
        .filter(places::containsKey)
        .map(state ->
            new BoardColumn(state, Words.longChip(state), places.getOrDefault(state, List.of())))
        .toList();
  }
}
