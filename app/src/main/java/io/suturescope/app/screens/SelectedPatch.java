package io.suturescope.app.screens;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.views.incidents.IncidentsState.PatchPart;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/// The patch that the selected crash led to, examined off the UI thread once the row stands.
final class SelectedPatch {

  private static final PatchPart NONE =
      new PatchPart(Optional.empty(), "No patch of this function is in the workspace.");

  private final Background background;
  private final Clock clock;
  private final Runnable changed;
  private final Lane lane = Lane.newestWins("examine");
  private PatchPart part = NONE;
  private Optional<Examination> examined = Optional.empty();

  SelectedPatch(Background background, Clock clock, Runnable changed) {
    this.background = background;
    this.clock = clock;
    this.changed = changed;
  }

  /// Reads the patch of another group; empty for a crash that was not patched.
  void read(Reading reading, OptionalLong group) {
    background.cancel(lane);
    examined = Optional.empty();
    part = group.isEmpty() ? NONE : PatchPart.READING;
    if (group.isPresent()) {
      PatchExaminer examiner = new PatchExaminer(reading, clock);
      background.run(
          lane,
          () -> {
            Optional<PatchRow> row = reading.patchOf(group.getAsLong());
            return row.map(each -> PatchPages.read(examiner, each));
          },
          this::found);
    }
  }

  private void found(Optional<PatchPages.Read> read) {
    examined = read.map(PatchPages.Read::examined);
    part = read.map(r -> new PatchPart(Optional.of(r.page()), "")).orElse(NONE);
    changed.run();
  }

  PatchPart part() {
    return part;
  }

  /// Empty while it is read.
  Optional<Examination> examined() {
    return examined;
  }
}
