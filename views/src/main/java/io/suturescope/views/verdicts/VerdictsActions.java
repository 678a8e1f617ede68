package io.suturescope.views.verdicts;

/// What somebody does with the verdicts.
public interface VerdictsActions {

  void rowSelected(int index);

  /// Nothing is chosen any more.
  void detailClosed();

  /// The page of the chosen patch.
  void openPatch();

  /// The crashes of the chosen function.
  void showCrashes();

  void openProject();

  void openSample();

  void queryCleared();
}
