package io.suturescope.views.code;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The buttons and the find field of a diff.
final class DiffTools {

  private final DiffPane pane;
  private final WrapLine root = new WrapLine(0.5, 0.3);
  private final Label counts = Labels.words("", "muted", "small-text");
  private final Label said = Labels.words("", "muted", "small-text");
  private final ToggleButton folding = toggle("diff.collapse");
  private final CheckMenuItem wrap = new CheckMenuItem(Words.of("diff.wrap"));
  private final CheckMenuItem asList = new CheckMenuItem(Words.of("diff.as_list"));
  private final MenuButton more = new MenuButton(Words.of("diff.more"));
  private final TextField find = new TextField();
  private final Button next = button("diff.next");

  DiffTools(DiffPane pane) {
    this.pane = pane;
    Button previous = button("diff.previous");
    previous.setOnAction(_ -> pane.step(false));
    next.setOnAction(_ -> pane.step(true));
    folding.setSelected(true);
    folding.setOnAction(_ -> pane.fold(folding.isSelected()));
    wrap.setOnAction(_ -> pane.wrap(wrap.isSelected()));
    asList.setOnAction(_ -> pane.readAsList(asList.isSelected()));
    find.setPromptText(Words.of("diff.find"));
    find.setAccessibleText(Words.of("diff.find"));
    find.getStyleClass().add("small-field");
    find.textProperty().addListener((_, _, text) -> found(text));
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::findKey);
    more.getItems()
        .addAll(wrap, asList, copy("diff.copy_left", true), copy("diff.copy_right", false));
    more.getStyleClass().addAll("quiet", "small");
    more.setMinWidth(Region.USE_PREF_SIZE);
    root.getStyleClass().add("diff-tools");
    root.setMinWidth(0);
    for (Node part : new Node[] {counts, previous, next, folding, find, more, said}) {
      root.add(part);
    }
  }

  /// Adds a choice of several things, before the others.
  void choice(Node choice) {
    root.addFirst(choice);
  }

  /// Adds something that is seldom wanted.
  void more(List<MenuItem> items) {
    more.getItems().add(new SeparatorMenuItem());
    more.getItems().addAll(items);
  }

  /// Adds a button.
  void add(Node button) {
    root.add(button);
  }

  private MenuItem copy(String key, boolean left) {
    MenuItem item = new MenuItem(Words.of(key));
    item.setOnAction(_ -> pane.copy(left));
    return item;
  }

  private static Button button(String key) {
    return styled(new Button(Words.of(key)));
  }

  private static ToggleButton toggle(String key) {
    return styled(new ToggleButton(Words.of(key)));
  }

  private static <B extends ButtonBase> B styled(B button) {
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  Node root() {
    return root;
  }

  boolean folding() {
    return folding.isSelected();
  }

  void show(String counted, int changes) {
    counts.setText(counted);
    said.setText("");
    next.setDisable(changes == 0);
    find.clear();
  }

  void say(String text) {
    said.setText(text);
  }

  void openFind() {
    find.requestFocus();
    find.selectAll();
  }

  void toggleList() {
    asList.setSelected(!asList.isSelected());
    pane.readAsList(asList.isSelected());
  }

  void leaveList() {
    asList.setSelected(false);
    pane.readAsList(false);
  }

  private void found(String text) {
    int places = pane.find(text);
    say(text.isEmpty() ? "" : Words.of("diff.found", places));
  }

  private void findKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      pane.findNext(!event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
      find.clear();
      event.consume();
    }
  }
}
