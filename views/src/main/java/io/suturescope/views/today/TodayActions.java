package io.suturescope.views.today;

import io.suturescope.model.timeline.TimeRange;

/// What somebody does on the first screen.
public interface TodayActions {

  void needActed(String id);

  void tileOpened(String id);

  /// Goes to the incidents of a stretch of the night.
  void nightBrushed(TimeRange range);

  void callerOpened(String function);

  /// Puts today's digest on the clipboard, as Markdown.
  void digestCopied();

  /// Writes today's digest into a file, as Markdown.
  void digestExported();

  void openProject();

  void openSample();
}
