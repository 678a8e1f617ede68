package io.suturescope.views.patches;

import io.suturescope.model.patch.EffectiveState;
import io.suturescope.views.controls.Chip;
import java.util.List;

/// The patches in one effective state.
///
/// @param rows where they stand among all rows
public record BoardColumn(EffectiveState state, Chip title, List<Integer> rows) {

  public BoardColumn {
    rows = List.copyOf(rows);
  }
}
