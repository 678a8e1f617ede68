package io.suturescope.app.screens;

import io.suturescope.views.frame.FrameState.Command;
import io.suturescope.views.frame.FrameState.Menu;
import io.suturescope.views.patches.PatchesMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What key and palette do with patches, and with the draft that tells of one.
final class PatchCommands {

  private static final String MODE = "patches-";
  private static final String HISTORY = "patch-history";
  private static final String POST_MORTEM = "post-mortem";

  private PatchCommands() {}

  static List<Command> all(Screen screen) {
    List<Command> all = new ArrayList<>();
    int digit = 1;
    for (PatchesMode mode : PatchesMode.values()) {
      all.add(
          command(
              MODE + mode.id(),
              "Patches: " + name(mode),
              "Shortcut+Shift+DIGIT" + digit++,
              Optional.empty()));
    }
    all.add(
        command(
            HISTORY,
            "Copy the history of the open patch as Markdown",
            "Shortcut+Shift+H",
            unless(screen == Screen.PATCHES, "Open a patch on the screen Patches first")));
    all.add(
        command(
            POST_MORTEM,
            "Post-mortem draft of the crash…",
            "Shortcut+Shift+P",
            unless(screen == Screen.INCIDENTS, "Select a crash on the screen Incidents first")));
    return all;
  }

  private static Optional<String> unless(boolean possible, String why) {
    return possible ? Optional.empty() : Optional.of(why);
  }

  private static String name(PatchesMode mode) {
    return switch (mode) {
      case BOARD -> "board";
      case MACHINE -> "state machine";
      case TABLE -> "table";
      case CALENDAR -> "calendar of their ends";
      case ANOMALIES -> "anomalies";
    };
  }

  private static Command command(String id, String name, String key, Optional<String> why) {
    return new Command(id, name, "Patches", Optional.of(key), Menu.NONE, why);
  }

  /// The way of looking that a command chooses.
  static Optional<PatchesMode> mode(String id) {
    return id.startsWith(MODE) ? PatchesMode.of(id.substring(MODE.length())) : Optional.empty();
  }

  static boolean isHistory(String id) {
    return id.equals(HISTORY);
  }

  static boolean isPostMortem(String id) {
    return id.equals(POST_MORTEM);
  }
}
