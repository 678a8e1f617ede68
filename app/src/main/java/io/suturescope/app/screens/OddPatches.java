package io.suturescope.app.screens;

import io.suturescope.app.examine.UsableFixes;
import io.suturescope.app.life.LifeReading;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.model.life.Anomaly;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.views.patches.AnomalyLine;
import java.util.ArrayList;
import java.util.List;

/// What takes longer to find out about the listed patches: what is odd in their lives, and which of
/// them have a usable fix.
record OddPatches(List<Odd> odd, List<AnomalyLine> lines, UsableFixes fixes) {

  /// One anomaly and its patch.
  record Odd(PatchRow row, Anomaly anomaly) {}

  /// Off the UI thread.
  static OddPatches read(Reading reading, PatchListing listing) {
    List<PatchRow> rows = listing.entries().stream().map(PatchEntry::row).toList();
    LifeReading lives = LifeReading.of(reading, reading.patches(IncidentQuery.ALL));
    List<Odd> odd = new ArrayList<>();
    List<AnomalyLine> lines = new ArrayList<>();
    for (PatchEntry entry : listing.entries()) {
      for (Anomaly anomaly : lives.anomalies(entry.row())) {
        odd.add(new Odd(entry.row(), anomaly));
        lines.add(PatchLives.line(entry.row(), entry.line().place(), anomaly));
      }
    }
    List<PatchRow> ending =
        rows.stream()
            .filter(PatchCalendar::isInForce)
            .filter(row -> row.ttlEnd().isPresent())
            .toList();
    return new OddPatches(List.copyOf(odd), List.copyOf(lines), UsableFixes.of(reading, ending));
  }
}
