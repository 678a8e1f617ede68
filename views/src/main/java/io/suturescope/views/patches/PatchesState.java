package io.suturescope.views.patches;

import io.suturescope.views.code.LifeState;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.rewind.RewindState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The screen of the patches, ready to draw.
///
/// @param opened the page that is open
public record PatchesState(
    Emptiness emptiness,
    Head head,
    Listing listing,
    MachineState machine,
    CalendarState calendar,
    List<AnomalyLine> anomalies,
    TimeView time,
    Optional<Opened> opened,
    PatchTabs.Tab tab) {

  public PatchesState {
    anomalies = List.copyOf(anomalies);
  }

  /// The line at the top.
  ///
  /// @param note how many patches in how many sources
  /// @param odd how many anomalies are known; empty while they are looked for
  public record Head(PatchesMode mode, String note, OptionalInt odd) {}

  /// The patches in the order of the table.
  ///
  /// @param columns the same patches by effective state, worst first
  /// @param about the selected one
  public record Listing(
      RowWindow<PatchLine> rows,
      OptionalInt selected,
      Sort sort,
      List<BoardColumn> columns,
      Optional<About> about) {

    public Listing {
      columns = List.copyOf(columns);
    }
  }

  /// What the table is sorted by.
  public record Sort(PatchColumn column, boolean descending) {}

  /// Why a patch is in the state that it is in.
  public record About(Chip state, String function, String reason) {}

  /// An open page.
  ///
  /// @param title of the function, while the page is still read
  /// @param page empty while it is read
  /// @param rewinds likewise
  /// @param life likewise
  public record Opened(
      String module,
      String title,
      Optional<PatchPage> page,
      Optional<RewindState> rewinds,
      Optional<LifeState> life) {}
}
