package io.suturescope.views.frame;

import io.suturescope.views.frame.FrameState.Range;
import io.suturescope.views.frame.FrameState.Theme;
import java.nio.file.Path;
import java.util.List;

/// What somebody does to the window.
public interface FrameActions {

  void screenChosen(String id);

  /// The text is being typed: check it and offer completions, but do not search yet.
  void queryChanged(String text, int caret);

  void querySubmitted(String text);

  void rangeChosen(Range range);

  void utcChosen(boolean utc);

  void commandRun(String id);

  void themeChosen(Theme theme);

  /// Per cent, 75 to 200.
  void fontScaleChosen(int percent);

  /// Files or folders dropped on the window.
  void dropped(List<Path> paths);

  void recentChosen(String path);

  void importCancelled();

  void problemsOpened();

  void toastUndone();

  void toastClosed();

  void errorClosed();
}
