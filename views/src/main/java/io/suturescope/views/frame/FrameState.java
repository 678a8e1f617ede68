package io.suturescope.views.frame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The window around a screen, ready to draw.
///
/// @param workspace name of the open workspace, for the title
/// @param screen id of the rail entry that is shown
/// @param commands everything that can be done; menus, palette, keys and the keyboard sheet are
///   made from this list
/// @param recent paths that were opened before, newest first
/// @param fontScale per cent, 75 to 200
public record FrameState(
    String workspace,
    List<RailEntry> rail,
    String screen,
    QueryState query,
    Range range,
    boolean utc,
    Status status,
    List<Command> commands,
    List<String> recent,
    Theme theme,
    int fontScale,
    Optional<Toast> toast,
    Optional<ErrorNotice> error) {

  public FrameState {
    rail = List.copyOf(rail);
    commands = List.copyOf(commands);
    recent = List.copyOf(recent);
  }

  /// A screen that the rail leads to.
  ///
  /// @param id also the key of the node given to {@link FrameView}
  public record RailEntry(String id, Icon icon, String name, OptionalLong count) {}

  /// The pictures that a rail entry can have.
  public enum Icon {
    TODAY,
    INCIDENTS,
    PATCHES,
    VERDICTS,
    ALERTS,
    WHAT_IF,
    DIGEST,
    AGENTS,
    ACTIVITY,
    SOURCES
  }

  /// How far back the query looks; CUSTOM when `since:` or `until:` say something else.
  public enum Range {
    H1,
    H24,
    D2,
    D7,
    D30,
    ALL,
    CUSTOM
  }

  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// The line at the bottom.
  ///
  /// @param counts such as "12,304 incidents from 3 sources"
  /// @param problems lines that could not be read; 0 hides the link
  public record Status(String counts, long problems, Optional<Progress> progress) {}

  /// An import that runs.
  ///
  /// @param share 0 to 1, below 0 when unknown
  public record Progress(String text, double share) {}

  /// Something that can be done.
  ///
  /// @param id handed to {@link FrameActions#commandRun}
  /// @param group heading in the keyboard sheet
  /// @param key in JavaFX's notation, such as `Shortcut+O` or `F1`; the window binds it unless it
  ///   is a single character, which belongs to the screen and is only listed
  /// @param menu where it stands in the menu bar
  /// @param whyDisabled empty when it can be done now
  public record Command(
      String id,
      String name,
      String group,
      Optional<String> key,
      Menu menu,
      Optional<String> whyDisabled) {}

  public enum Menu {
    NONE,
    FILE,
    EDIT,
    VIEW,
    HELP
  }

  /// What has just been done, with a way back.
  ///
  /// @param undo label of the button; empty when there is no way back
  public record Toast(String text, Optional<String> undo) {}

  /// A failure, shown above the screen until it is dismissed.
  ///
  /// @param details technical text behind a disclosure; may be empty
  public record ErrorNotice(String what, String where, String whatToDo, String details) {}
}
