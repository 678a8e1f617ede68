package io.suturescope.views.frame;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.frame.FrameState.Command;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys, from the same list as the palette.
final class KeyboardSheet {

  private final FlowPane groups = new FlowPane();
  private final ScrollPane scroll = new ScrollPane(groups);
  private final Sheet sheet;
  private List<Command> commands = List.of();

  KeyboardSheet(Runnable close) {
    groups.getStyleClass().add("key-groups");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Words.of("keyboard.title"));
    VBox box = new VBox(Labels.words(Words.of("keyboard.title"), "title"), scroll);
    box.getStyleClass().add("keyboard-sheet");
    sheet = new Sheet(box, close);
  }

  Node root() {
    return sheet.root();
  }

  boolean isOpen() {
    return sheet.isOpen();
  }

  void show(List<Command> newCommands) {
    commands = newCommands;
  }

  void open() {
    Map<String, List<Command>> byGroup = new LinkedHashMap<>();
    for (Command command : commands) {
      if (command.key().isPresent()) {
        byGroup.computeIfAbsent(command.group(), _ -> new ArrayList<>()).add(command);
      }
    }
    groups.getChildren().clear();
    byGroup.forEach((name, list) -> groups.getChildren().add(group(name, list)));
    sheet.open(scroll);
  }

  void close() {
    sheet.close();
  }

  private static Node group(String name, List<Command> list) {
    VBox box = new VBox(Labels.words(name, "strong"));
    box.getStyleClass().add("key-group");
    for (Command command : list) {
      Label words = Labels.words(command.name());
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label key = Labels.words(Keys.spoken(command.key().orElse("")), "key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(words, gap, key);
      line.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(line);
    }
    return box;
  }
}
