package io.suturescope.app.screens;

import io.suturescope.views.frame.FrameState;
import java.util.Locale;
import java.util.Optional;

/// The screens that the rail leads to.
public enum Screen {
  TODAY("Today", FrameState.Icon.TODAY),
  INCIDENTS("Incidents", FrameState.Icon.INCIDENTS),
  PATCHES("Patches", FrameState.Icon.PATCHES),
  VERDICTS("Verdicts", FrameState.Icon.VERDICTS),
  ALERTS("Alerts", FrameState.Icon.ALERTS),
  WHAT_IF("What if", FrameState.Icon.WHAT_IF),
  DIGEST("Digest", FrameState.Icon.DIGEST),
  SOURCES("Sources", FrameState.Icon.SOURCES);

  private final String title;
  private final FrameState.Icon icon;

  Screen(String title, FrameState.Icon icon) {
    this.title = title;
    this.icon = icon;
  }

  /// Names the screen in states, settings and picture files.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  FrameState.Icon icon() {
    return icon;
  }

  static Optional<Screen> of(String id) {
    for (Screen screen : values()) {
      if (screen.id().equals(id)) {
        return Optional.of(screen);
      }
    }
    return Optional.empty();
  }
}
