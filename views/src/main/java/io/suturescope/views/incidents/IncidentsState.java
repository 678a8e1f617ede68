package io.suturescope.views.incidents;

import io.suturescope.views.code.PatchPage;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimelineState;
import io.suturescope.views.triage.TriagePart;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The stream of incidents, ready to draw.
///
/// @param rows a new object whenever the rows are others; the same one is not drawn again unless
///   `version` differs
/// @param version goes up whenever more rows of the same window are there
/// @param selected index of the selected row
/// @param firstVisible row to scroll to when the window is another one; empty leaves the scroll
///   alone
/// @param columnWidths in em; columns that are missing have their usual width
/// @param detail of the selected row; empty while it is read
/// @param patch what the selected crash led to
/// @param triage what is decided about rows, and what can be
public record IncidentsState(
    Emptiness emptiness,
    TimelineState timeline,
    RowWindow<IncidentRow> rows,
    long version,
    OptionalInt selected,
    OptionalInt firstVisible,
    Optional<Sort> sort,
    Map<IncidentColumn, Double> columnWidths,
    Dividers dividers,
    Optional<IncidentDetail> detail,
    PatchPart patch,
    IncidentDetail.Tab tab,
    TriagePart triage) {

  public IncidentsState {
    columnWidths = Map.copyOf(columnWidths);
  }

  /// The patch of the selected row.
  ///
  /// @param page empty while it is read, and where there is none
  /// @param note why there is none; empty while it is read
  public record PatchPart(Optional<PatchPage> page, String note) {

    public static final PatchPart READING = new PatchPart(Optional.empty(), "");
  }

  public record Sort(IncidentColumn column, boolean descending) {}

  /// Where the dividers stand, as shares from 0 to 1.
  ///
  /// @param timeline of the height, taken by the timeline
  /// @param table of the width, taken by the table
  public record Dividers(double timeline, double table) {

    public static final Dividers USUAL = new Dividers(0.23, 0.66);
  }
}
