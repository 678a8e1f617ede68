package io.suturescope.views.frame;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.frame.FrameState.Command;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every command by name: type a few letters of it, Enter runs it.
final class Palette {

  private final TextField field = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final Sheet sheet;
  private final Consumer<String> run;
  private List<Command> commands = List.of();

  Palette(Consumer<String> run, Runnable close) {
    this.run = run;
    field.setPromptText(Words.of("palette.prompt"));
    field.setAccessibleText(Words.of("palette.prompt"));
    list.setAccessibleText(Words.of("palette.list"));
    list.setFocusTraversable(false);
    list.setPlaceholder(Labels.words(Words.of("palette.none"), "muted"));
    list.setCellFactory(_ -> new CommandCell());
    list.setOnMouseClicked(_ -> runSelected());
    field.textProperty().addListener(_ -> filter());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    VBox box = new VBox(field, list);
    box.getStyleClass().add("palette");
    sheet = new Sheet(box, close);
  }

  Node root() {
    return sheet.root();
  }

  boolean isOpen() {
    return sheet.isOpen();
  }

  void show(List<Command> newCommands) {
    if (!commands.equals(newCommands)) {
      commands = newCommands;
      filter();
    }
  }

  void open() {
    field.clear();
    filter();
    sheet.open(field);
  }

  void close() {
    sheet.close();
  }

  private void filter() {
    list.getItems().setAll(FuzzyMatch.best(commands, Command::name, field.getText()));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER -> runSelected();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int size = list.getItems().size();
    if (size > 0) {
      int index = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
      list.getSelectionModel().select(index);
      list.scrollTo(Math.max(0, index - 4));
    }
  }

  private void runSelected() {
    Command command = list.getSelectionModel().getSelectedItem();
    if (command != null && command.whyDisabled().isEmpty()) {
      sheet.close();
      run.accept(command.id());
    }
  }

  private static final class CommandCell extends ListCell<Command> {

    private final Label name = Labels.words("");
    private final Label why = Labels.words("", "muted", "small-text");
    private final Label key = Labels.words("", "key");
    private final HBox line = new HBox();

    CommandCell() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      key.setMinWidth(Region.USE_PREF_SIZE);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("command");
      line.getChildren().addAll(name, why, gap, key);
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      name.setText(command.name());
      why.setText(command.whyDisabled().orElse(""));
      key.setText(command.key().map(Keys::spoken).orElse(""));
      key.setVisible(command.key().isPresent());
      line.setDisable(command.whyDisabled().isPresent());
      setGraphic(line);
      setAccessibleText(command.name() + " " + key.getText() + " " + why.getText());
    }
  }
}
