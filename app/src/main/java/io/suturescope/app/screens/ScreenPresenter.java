package io.suturescope.app.screens;

/// What the window asks of every screen. All on the UI thread.
interface ScreenPresenter {

  /// Reads everything again: the query, the zone or the data have changed.
  void reload();

  /// True while an earlier reload has not come to an end.
  boolean loading();

  /// The screen has been gone to.
  default void entered() {}

  /// Another screen has been gone to.
  default void left() {}
}
