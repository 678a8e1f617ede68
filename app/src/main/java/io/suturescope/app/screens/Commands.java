package io.suturescope.app.screens;

import io.suturescope.views.frame.FrameState.Command;
import io.suturescope.views.frame.FrameState.Menu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that can be done, once: menus, palette, keys and the keyboard sheet are made from it.
final class Commands {

  static final String OPEN_PROJECT = "open-project";
  static final String OPEN_FILES = "open-files";
  static final String OPEN_SAMPLE = "open-sample";
  static final String NEW_WORKSPACE = "new-workspace";
  static final String OPEN_WORKSPACE = "open-workspace";
  static final String CANCEL_IMPORT = "cancel-import";
  static final String QUIT = "quit";
  static final String GO = "go-";
  static final String RELOAD = "reload";
  static final String ZONE = "zone";
  static final String LARGER = "larger";
  static final String SMALLER = "smaller";
  static final String USUAL_SIZE = "usual-size";
  static final String THEME = "theme-";
  static final String FIND = "find";
  static final String CLEAR = "clear";
  static final String PALETTE = "palette";
  static final String KEYS = "keys";

  private Commands() {}

  static List<Command> all(boolean importing) {
    List<Command> all = new ArrayList<>();
    all.add(file(OPEN_PROJECT, "Open project folder…", "Shortcut+O"));
    all.add(file(OPEN_FILES, "Open file or archive…", "Shortcut+Shift+O"));
    all.add(file(OPEN_SAMPLE, "Open sample workspace", ""));
    all.add(file(NEW_WORKSPACE, "New workspace…", "Shortcut+Shift+N"));
    all.add(file(OPEN_WORKSPACE, "Open workspace…", ""));
    all.add(
        new Command(
            CANCEL_IMPORT,
            "Cancel import",
            "File",
            Optional.of("Shortcut+PERIOD"),
            Menu.FILE,
            importing ? Optional.empty() : Optional.of("No import is running")));
    all.add(file(QUIT, "Quit", "Shortcut+Q"));
    int digit = 1;
    for (Screen screen : Screen.values()) {
      all.add(view(GO + screen.id(), screen.title(), "Shortcut+DIGIT" + digit++));
    }
    all.add(view(RELOAD, "Read changed sources again", "F5"));
    all.add(view(ZONE, "Switch between UTC and local time", "Shortcut+U"));
    all.add(view(THEME + "system", "Theme of the system", ""));
    all.add(view(THEME + "light", "Light theme", ""));
    all.add(view(THEME + "dark", "Dark theme", ""));
    all.add(view(LARGER, "Larger text", "Shortcut+EQUALS"));
    all.add(view(SMALLER, "Smaller text", "Shortcut+MINUS"));
    all.add(view(USUAL_SIZE, "Usual text size", "Shortcut+DIGIT0"));
    all.add(other(FIND, "Go to the query", "/"));
    all.add(other(CLEAR, "Clear the query", ""));
    all.add(listed("next", "Next row", "j"));
    all.add(listed("previous", "Previous row", "k"));
    all.add(listed("open", "Expand or open the row", "ENTER"));
    all.add(listed("back", "Step back", "ESC"));
    all.add(listed("mark", "Mark this row and the next", "Shift+J"));
    all.add(listed("mark-all", "Mark all groups that match", "Shortcut+A"));
    all.add(within("walk", "State machine: to the next state or step", "RIGHT"));
    all.add(within("ask", "State machine: ask for what is chosen", "SPACE"));
    all.add(within("play", "Rewind: play or stop", "P"));
    all.add(within("step", "Rewind: one step on", "PERIOD"));
    all.add(within("step-back", "Rewind: one step back", "COMMA"));
    all.add(within("difference", "Comparison: to the next difference", "F7"));
    all.add(within("difference-back", "Comparison: to the difference before", "Shift+F7"));
    all.add(within("sentences", "Comparison: differences as sentences", "F8"));
    all.add(within("find", "Comparison: find on both sides", "Shortcut+F"));
    all.add(help(PALETTE, "Command palette", "Shortcut+K"));
    all.add(help(KEYS, "Keyboard and words", "F1"));
    return List.copyOf(all);
  }

  private static Command file(String id, String name, String key) {
    return command(id, name, "File", key, Menu.FILE);
  }

  private static Command view(String id, String name, String key) {
    return command(id, name, "View", key, Menu.VIEW);
  }

  private static Command other(String id, String name, String key) {
    return command(id, name, "Query", key, Menu.NONE);
  }

  /// A key that belongs to the list: named in the sheet, bound by the view.
  private static Command listed(String id, String name, String key) {
    return new Command(
        "list-" + id,
        name,
        "List",
        Optional.of(key),
        Menu.NONE,
        Optional.of("Works in the list itself"));
  }

  /// A key that a pane of a patch has: named in the sheet, bound by the view.
  private static Command within(String id, String name, String key) {
    return new Command(
        "pane-" + id,
        name,
        "Pages of patches",
        Optional.of(key),
        Menu.NONE,
        Optional.of("Works in the pane itself"));
  }

  private static Command help(String id, String name, String key) {
    return command(id, name, "Help", key, Menu.HELP);
  }

  private static Command command(String id, String name, String group, String key, Menu menu) {
    return new Command(
        id,
        name,
        group,
        key.isEmpty() ? Optional.empty() : Optional.of(key),
        menu,
        Optional.empty());
  }
}
