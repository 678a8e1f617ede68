package io.suturescope.views.frame;

import io.suturescope.views.frame.FrameState.Command;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The menu bar, made from the commands.
final class MenuLine {

  private static final String LAST = "quit";

  private final MenuBar bar = new MenuBar();
  private final Menu file = new Menu(Words.of("menu.file"));
  private final Menu edit = new Menu(Words.of("menu.edit"));
  private final Menu view = new Menu(Words.of("menu.view"));
  private final Menu help = new Menu(Words.of("menu.help"));
  private final Consumer<String> run;
  private final Consumer<String> recentChosen;
  private List<Command> shown = List.of();
  private List<String> shownRecent = List.of();

  MenuLine(Consumer<String> run, Consumer<String> recentChosen) {
    this.run = run;
    this.recentChosen = recentChosen;
    bar.getStyleClass().add("menu-line");
    bar.getMenus().addAll(file, edit, view, help);
  }

  Node root() {
    return bar;
  }

  void show(FrameState state) {
    if (shown.equals(state.commands()) && shownRecent.equals(state.recent())) {
      return;
    }
    shown = state.commands();
    shownRecent = state.recent();
    fill(file, FrameState.Menu.FILE);
    fill(edit, FrameState.Menu.EDIT);
    fill(view, FrameState.Menu.VIEW);
    fill(help, FrameState.Menu.HELP);
  }

  private void fill(Menu menu, FrameState.Menu place) {
    menu.getItems().clear();
    for (Command command : shown) {
      if (command.menu() == place) {
        if (command.id().equals(LAST)) {
          menu.getItems().addAll(recent(), new SeparatorMenuItem());
        }
        menu.getItems().add(item(command));
      }
    }
  }

  private MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.name());
    item.setMnemonicParsing(false);
    item.setDisable(command.whyDisabled().isPresent());
    item.setOnAction(_ -> run.accept(command.id()));
    // Only shown here: the window itself listens for the keys.
    command
        .key()
        .filter(key -> key.length() > 1)
        .map(KeyCombination::valueOf)
        .ifPresent(item::setAccelerator);
    return item;
  }

  private Menu recent() {
    Menu menu = new Menu(Words.of("menu.recent"));
    menu.setDisable(shownRecent.isEmpty());
    for (String path : shownRecent) {
      MenuItem item = new MenuItem(VisibleText.line(path));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> recentChosen.accept(path));
      menu.getItems().add(item);
    }
    return menu;
  }
}
