package io.suturescope.app.screens;

import io.suturescope.views.frame.FrameState.Command;
import io.suturescope.views.frame.FrameState.Menu;
import io.suturescope.views.triage.TriageActions;
import io.suturescope.views.triage.TriageActions.Hold;
import java.util.List;
import java.util.Optional;

/// What can be decided by key and palette.
final class TriageCommands {

  static final String UNDO = "undo";
  static final String REDO = "redo";
  private static final String DISMISS = "triage-dismiss";
  private static final String END = "triage-end";
  private static final String REVIEW = "triage-review";
  private static final String NOTE = "triage-note";
  private static final String OWNER = "triage-owner";
  private static final String MERGE = "triage-merge";
  private static final String SPLIT = "triage-split";
  private static final String ALL = "triage-mark-all";
  private static final String NONE = "triage-mark-none";
  private static final String HIDDEN = "triage-hidden";

  private TriageCommands() {}

  /// @param stream the incidents are on the screen
  static List<Command> all(boolean stream) {
    Optional<String> why =
        stream ? Optional.empty() : Optional.of("Select crashes on the screen Incidents first");
    return List.of(
        command(UNDO, "Undo the last decision", "Shortcut+Z", Optional.empty()),
        command(REDO, "Do it again", "Shortcut+Shift+Z", Optional.empty()),
        command(DISMISS, "Dismiss…", "Shortcut+D", why),
        command(END, "Bring back what is dismissed", "Shortcut+Shift+D", why),
        command(REVIEW, "Mark reviewed, or not", "Shortcut+R", why),
        command(NOTE, "Note…", "Shortcut+E", why),
        command(OWNER, "Owner…", "Shortcut+I", why),
        command(MERGE, "Merge groups", "Shortcut+M", why),
        command(SPLIT, "Split groups", "Shortcut+Shift+M", why),
        command(ALL, "Mark all groups that match", "", why),
        command(NONE, "Clear marks", "", why),
        command(HIDDEN, "Show dismissed groups", "", why));
  }

  private static Command command(String id, String name, String key, Optional<String> why) {
    return new Command(
        id, name, "Decisions", key.isEmpty() ? Optional.empty() : Optional.of(key), Menu.EDIT, why);
  }

  static void run(String id, TriageActions actions) {
    switch (id) {
      case DISMISS -> actions.dismissWanted(Hold.WEEK);
      case END -> actions.dismissalEnded();
      case REVIEW -> actions.reviewedToggled();
      case NOTE -> actions.noteWanted();
      case OWNER -> actions.ownerWanted();
      case MERGE -> actions.mergeWanted();
      case SPLIT -> actions.splitWanted();
      case ALL -> actions.allMarked();
      case NONE -> actions.marksCleared();
      case HIDDEN -> actions.hiddenWanted();
      default -> {}
    }
  }
}
