package io.suturescope.views.patches;

import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.PatchState;
import io.suturescope.views.code.PatchActions;
import io.suturescope.views.code.PatchTabs;
import java.time.LocalDate;

/// What somebody does with the patches.
public interface PatchesActions extends PatchActions {

  void modeChosen(PatchesMode mode);

  void rowSelected(int index);

  /// The page of a patch.
  void rowOpened(int index);

  void sortedBy(PatchColumn column);

  /// Asks for the patches in this effective state.
  void effectivePressed(EffectiveState state);

  /// Asks for the patches in this recorded state.
  void statePressed(PatchState state);

  /// Asks for the patches at both ends of an edge.
  void edgePressed(PatchState from, PatchState to);

  /// Goes so many months on; 0 is the month of today.
  void monthMoved(int by);

  /// Lists the patches whose time ends on this day.
  void dayPressed(LocalDate day);

  /// Asks for the patches of the chosen day.
  void dayAsked();

  void calendarExported();

  /// The life of the patch that is odd.
  void anomalyOpened(int index);

  /// Back to the list.
  void pageClosed();

  void tabChosen(PatchTabs.Tab tab);

  void openProject();

  void openSample();

  void queryCleared();
}
