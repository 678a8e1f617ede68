package io.suturescope.app.screens;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.life.LifeReading;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.views.code.LifeState;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.rewind.RewindState;
import java.time.Clock;
import java.util.Optional;

/// The patch whose page is open, with what is read of it.
final class OpenedPatch {

  private final Desk desk;
  private final Background background;
  private final Clock clock;
  private final Runnable changed;
  private final Lane pageLane = Lane.newestWins("patch");
  private final Lane rewindLane = Lane.newestWins("rewind");
  private final Lane lifeLane = Lane.newestWins("patch life");

  private Optional<PatchRow> row = Optional.empty();
  private Optional<Examination> examined = Optional.empty();
  private Optional<PatchPage> page = Optional.empty();
  private Optional<RewindState> rewinds = Optional.empty();
  private Optional<LifeState> life = Optional.empty();

  OpenedPatch(Desk desk, Background background, Clock clock, Runnable changed) {
    this.desk = desk;
    this.background = background;
    this.clock = clock;
    this.changed = changed;
  }

  boolean loading() {
    return background.busy(pageLane) || background.busy(rewindLane) || background.busy(lifeLane);
  }

  Optional<PatchRow> row() {
    return row;
  }

  /// Empty while it is read.
  Optional<Examination> examined() {
    return examined;
  }

  void open(PatchRow wanted) {
    if (row.filter(wanted::equals).isEmpty()) {
      page = Optional.empty();
      examined = Optional.empty();
      rewinds = Optional.empty();
      life = Optional.empty();
    }
    row = Optional.of(wanted);
    changed.run();
    Reading reading = desk.reading();
    TimeView time = desk.time();
    RewindLoader loader = new RewindLoader(reading, time);
    background.run(rewindLane, () -> loader.load(wanted), this::rewound);
    background.run(lifeLane, () -> life(reading, wanted, time), this::lived);
    PatchExaminer examiner = new PatchExaminer(reading, clock);
    background.run(pageLane, () -> PatchPages.read(examiner, wanted), this::written);
  }

  private static LifeState life(Reading reading, PatchRow row, TimeView time) {
    LifeReading lives = LifeReading.of(reading, reading.patches(IncidentQuery.ALL));
    return PatchLives.life(row, lives.anomalies(row), time);
  }

  private void written(PatchPages.Read found) {
    examined = Optional.of(found.examined());
    page = Optional.of(found.page());
    changed.run();
  }

  private void rewound(RewindState found) {
    rewinds = Optional.of(found);
    changed.run();
  }

  private void lived(LifeState found) {
    life = Optional.of(found);
    changed.run();
  }

  void close() {
    row = Optional.empty();
    changed.run();
  }

  /// As the screen shows it; empty when no page is open.
  Optional<PatchesState.Opened> shown() {
    return row.map(each ->
        new PatchesState.Opened(
            each.module(), Words.shortName(each.function()), page, rewinds, life));
  }
}
