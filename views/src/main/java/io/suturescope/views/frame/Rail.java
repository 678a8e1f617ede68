package io.suturescope.views.frame;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.frame.FrameState.Icon;
import io.suturescope.views.frame.FrameState.RailEntry;
import io.suturescope.views.frame.FrameState.Theme;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The screens, and the settings below.
final class Rail {

  private static final List<Integer> SCALES = List.of(75, 90, 100, 110, 125, 150, 175, 200);

  private final FrameActions actions;
  private final VBox entries = new VBox();
  private final VBox root = new VBox();
  private final ContextMenu settings = new ContextMenu();
  private List<RailEntry> shown = List.of();

  Rail(FrameActions actions) {
    this.actions = actions;
    root.getStyleClass().add("rail");
    Button button = new Button(Words.of("rail.settings"), Labels.icon(Feather.SETTINGS));
    button.getStyleClass().add("rail-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> settings.show(button, Side.TOP, 0, 0));
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    entries.getStyleClass().add("entries");
    root.getChildren().addAll(entries, gap, button);
  }

  Node root() {
    return root;
  }

  void show(FrameState state) {
    if (!shown.equals(state.rail())) {
      shown = state.rail();
      entries.getChildren().setAll(shown.stream().map(this::entry).toList());
    }
    for (Node node : entries.getChildren()) {
      ((ToggleButton) node).setSelected(state.screen().equals(node.getUserData()));
    }
    settings.getItems().setAll(settings(state));
  }

  private ToggleButton entry(RailEntry entry) {
    Label name = Labels.words(entry.name(), "name");
    name.setGraphic(Labels.icon(icon(entry.icon())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(name, gap);
    name.setMinWidth(0);
    line.setAlignment(Pos.CENTER_LEFT);
    entry
        .count()
        .ifPresent(count -> {
          Label number = Labels.words(Words.compact(count), "count");
          number.setMinWidth(Region.USE_PREF_SIZE);
          line.getChildren().add(number);
        });
    ToggleButton button = new ToggleButton();
    button.setGraphic(line);
    button.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("rail-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setUserData(entry.id());
    button.setAccessibleText(
        entry.count().isPresent()
            ? entry.name() + " " + Words.number(entry.count().getAsLong())
            : entry.name());
    button.setOnAction(_ -> {
      button.setSelected(true);
      actions.screenChosen(entry.id());
    });
    line.prefWidthProperty().bind(button.widthProperty().subtract(16));
    return button;
  }

  private List<MenuItem> settings(FrameState state) {
    List<MenuItem> items = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      RadioMenuItem item =
          new RadioMenuItem(Words.of("theme." + theme.name().toLowerCase(Locale.ROOT)));
      item.setSelected(theme == state.theme());
      item.setOnAction(_ -> actions.themeChosen(theme));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    for (int scale : SCALES) {
      RadioMenuItem item = new RadioMenuItem(Words.of("settings.scale", scale));
      item.setSelected(scale == state.fontScale());
      item.setOnAction(_ -> actions.fontScaleChosen(scale));
      items.add(item);
    }
    return items;
  }

  private static Feather icon(Icon icon) {
    return switch (icon) {
      case TODAY -> Feather.CALENDAR;
      case INCIDENTS -> Feather.ALERT_TRIANGLE;
      case PATCHES -> Feather.TOOL;
      case VERDICTS -> Feather.COLUMNS;
      case ALERTS -> Feather.BELL;
      case WHAT_IF -> Feather.SLIDERS;
      case DIGEST -> Feather.FILE_TEXT;
      case AGENTS -> Feather.SERVER;
      case ACTIVITY -> Feather.ACTIVITY;
      case SOURCES -> Feather.FOLDER;
    };
  }
}
