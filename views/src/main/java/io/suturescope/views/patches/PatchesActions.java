package io.suturescope.views.patches;

import io.suturescope.views.code.PatchActions;
import io.suturescope.views.code.PatchTabs;

/// What somebody does with the patches.
public interface PatchesActions extends PatchActions {

  void rowSelected(int index);

  /// The page of a patch.
  void rowOpened(int index);

  /// Back to the list.
  void pageClosed();

  void tabChosen(PatchTabs.Tab tab);

  void openProject();

  void openSample();

  void queryCleared();
}
