package io.suturescope.views.patches;

import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.rewind.RewindState;
import java.util.Optional;
import java.util.OptionalInt;

/// The screen of the patches, ready to draw.
///
/// @param note how many there are
/// @param opened the page that is open
public record PatchesState(
    Emptiness emptiness,
    RowWindow<PatchLine> rows,
    OptionalInt selected,
    TimeView time,
    String note,
    Optional<Opened> opened,
    PatchTabs.Tab tab) {

  /// An open page.
  ///
  /// @param title of the function, while the page is still read
  /// @param page empty while it is read
  /// @param rewinds likewise
  public record Opened(
      String module, String title, Optional<PatchPage> page, Optional<RewindState> rewinds) {}
}
