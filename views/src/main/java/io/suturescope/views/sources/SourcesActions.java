package io.suturescope.views.sources;

/// What somebody does with the imports.
public interface SourcesActions {

  void sourceChosen(String id);

  void importCancelled(String id);

  /// Shows the alert configuration as it stands in its file, secrets included.
  void alertsRevealed();

  void filterChosen(SourcesState.Filter filter);

  /// Rows `from` up to and without `to` of the problems are about to be seen.
  void problemsNeeded(int from, int to);

  void dividerMoved(double share);

  void openProject();

  void openSample();
}
