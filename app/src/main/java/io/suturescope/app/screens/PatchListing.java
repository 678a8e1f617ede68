package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.patches.BoardColumn;
import io.suturescope.views.patches.PatchLine;
import io.suturescope.views.patches.PatchesState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The patches that the query leaves, in their order.
record PatchListing(
    Emptiness emptiness,
    List<PatchEntry> entries,
    PatchesState.Sort sort,
    RowWindow<PatchLine> lines,
    List<BoardColumn> columns,
    String note) {

  static final PatchListing NONE = of(Emptiness.NOTHING_IMPORTED, List.of(), PatchOrder.USUAL, "");

  private static PatchListing of(
      Emptiness emptiness, List<PatchEntry> entries, PatchesState.Sort sort, String note) {
    List<PatchEntry> sorted = PatchOrder.sorted(entries, sort);
    return new PatchListing(
        emptiness,
        sorted,
        sort,
        RowWindow.of(sorted.stream().map(PatchEntry::line).toList()),
        PatchOrder.columns(sorted),
        note);
  }

  /// Reads them. Off the UI thread.
  static PatchListing read(
      Reading reading, IncidentQuery query, TimeView time, PatchesState.Sort sort) {
    List<PatchRow> rows = reading.patches(query);
    long sources = rows.stream().map(row -> row.source().id()).distinct().count();
    Emptiness emptiness = Emptiness.NOT_EMPTY;
    if (rows.isEmpty()) {
      emptiness =
          reading.sources().isEmpty() ? Emptiness.NOTHING_IMPORTED : Emptiness.NOTHING_MATCHES;
    }
    String note =
        Words.count(rows.size(), "patch", "patches")
            + " in "
            + Words.count(sources, "source", "sources");
    return of(
        emptiness,
        rows.stream().map(row -> new PatchEntry(row, line(row, sources > 1, time.now()))).toList(),
        sort,
        rows.isEmpty() ? "" : note);
  }

  /// The same patches in another order.
  PatchListing sortedBy(PatchesState.Sort other) {
    return of(emptiness, entries, other, note);
  }

  private static PatchLine line(PatchRow row, boolean several, Instant now) {
    Optional<Instant> start = row.ttlStart();
    return new PatchLine(
        row.severity(),
        several ? row.module() + " · " + row.source().identity().displayName() : row.module(),
        Words.shortName(row.function()),
        row.guards(),
        row.recordedState(),
        Words.longChip(row.effectiveState()),
        row.ttlEnd().map(end -> Words.timeLeft(start.orElse(now), end, now)),
        Words.verdict(row.verdict()),
        row.file().map(PatchFile::signature).map(Words::chip),
        row.crashes(),
        row.lastSeen(),
        start
            .filter(since -> !since.isAfter(now))
            .map(since -> Words.age(Duration.between(since, now)))
            .orElse(""),
        row.python());
  }

  OptionalInt find(PatchRow wanted) {
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index).isSame(wanted)) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  Optional<PatchRow> row(OptionalInt index) {
    return index.isPresent() ? row(index.getAsInt()) : Optional.empty();
  }

  Optional<PatchRow> row(int index) {
    return index >= 0 && index < entries.size()
        ? Optional.of(entries.get(index).row())
        : Optional.empty();
  }

  /// As the screen shows it.
  PatchesState.Listing shown(OptionalInt selected) {
    return new PatchesState.Listing(
        lines,
        selected,
        sort,
        columns,
        row(selected)
            .map(row ->
                new PatchesState.About(
                    Words.longChip(row.effectiveState()),
                    Words.shortName(row.function()),
                    row.effectiveReason())));
  }
}
