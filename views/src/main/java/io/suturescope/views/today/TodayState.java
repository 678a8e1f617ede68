package io.suturescope.views.today;

import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.TimelineState;
import io.suturescope.views.controls.Tone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The morning, ready to draw.
///
/// @param time the greeting and the number of rows make the heading
/// @param needs in the order of ui.md; empty is a good state and says so
/// @param night the last night, without a brush
/// @param nightSentence what happened in it; may be empty
/// @param callers only values that the data holds
public record TodayState(
    Emptiness emptiness,
    TimeView time,
    List<Need> needs,
    List<Tile> tiles,
    Optional<TimelineState> night,
    String nightSentence,
    List<CallerValue> callers) {

  public TodayState {
    needs = List.copyOf(needs);
    tiles = List.copyOf(tiles);
    callers = List.copyOf(callers);
  }

  /// The same with these rows.
  public TodayState needing(List<Need> rows) {
    return new TodayState(emptiness, time, rows, tiles, night, nightSentence, callers);
  }

  /// Something that needs somebody.
  ///
  /// @param action label of its one button
  public record Need(
      String id, long count, Tone tone, String title, String sentence, String action) {}

  /// A number.
  ///
  /// @param difference to the 24 h before
  /// @param note said behind the number when there is no difference; may be empty
  /// @param tone of difference or note
  public record Tile(
      String id, String label, long value, OptionalLong difference, String note, Tone tone) {}

  /// A value that a patch puts in place of a failure.
  ///
  /// @param value Python's spelling, masked
  /// @param times crashes of the function: how often the value reached a caller nobody knows
  public record CallerValue(String value, long times, String function, Optional<Chip> chip) {}
}
