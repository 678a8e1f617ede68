package io.suturescope.views.digest;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.SegmentedControl;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.digest.DigestActions.Form;
import io.suturescope.views.digest.DigestActions.Style;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Which digest, and what is done with it.
final class DigestHead {

  /// Letters of a source's name that are shown.
  private static final int LONGEST = 24;

  private final DigestActions actions;
  private final WrapLine root = new WrapLine(0.7, 0.4);
  private final SegmentedControl<Boolean> period;
  private final SegmentedControl<Style> style;
  private final DayChoice day;
  private final MenuButton source = new MenuButton();
  private final List<MenuItem> flavours = new ArrayList<>();
  private final Label reading = Labels.words(Words.of("digest.reading"), "muted", "small-text");

  DigestHead(DigestActions actions) {
    this.actions = actions;
    day = new DayChoice(actions);
    period =
        new SegmentedControl<>(
            Words.of("digest.period"),
            List.of(false, true),
            weekly -> Words.of(weekly ? "digest.week" : "digest.day"),
            actions::periodChosen);
    style =
        new SegmentedControl<>(
            Words.of("digest.style"),
            List.of(Style.values()),
            each -> Words.of("digest.style." + each.name().toLowerCase(Locale.ROOT)),
            actions::styleChosen);
    source.getStyleClass().addAll("quiet", "small");
    source.setMnemonicParsing(false);
    source.setMinWidth(Region.USE_PREF_SIZE);
    source.managedProperty().bind(source.visibleProperty());
    MenuButton copy = menu("digest.copy");
    for (Form form : List.of(Form.GITHUB, Form.SLACK, Form.JIRA, Form.PLAIN)) {
      MenuItem item = item("digest.copy." + form, form, actions::copy);
      copy.getItems().add(item);
      if (form != Form.GITHUB) {
        flavours.add(item);
      }
    }
    MenuButton export = menu("digest.export");
    for (Form form : List.of(Form.GITHUB, Form.WEB_PAGE)) {
      export.getItems().add(item("digest.export." + form, form, actions::export));
    }
    HBox out = new HBox(reading, copy, export);
    out.getStyleClass().add("digest-out");
    out.setAlignment(Pos.CENTER_RIGHT);
    root.getStyleClass().add("screen-head");
    root.add(Labels.words(Words.of("digest.heading"), "heading"));
    root.add(period);
    root.add(day.root());
    root.add(style);
    root.add(source);
    root.addAtEnd(out);
  }

  private static MenuButton menu(String key) {
    MenuButton menu = new MenuButton(Words.of(key));
    menu.getStyleClass().addAll("quiet", "small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  private static MenuItem item(String key, Form form, Consumer<Form> action) {
    MenuItem item = new MenuItem(Words.of(key));
    item.setOnAction(_ -> action.accept(form));
    return item;
  }

  Node root() {
    return root;
  }

  void show(DigestState state) {
    period.set(state.weekly());
    style.set(state.style());
    day.show(state);
    reading.setVisible(state.reading());
    // CodeSuture's own words come in one flavour.
    flavours.forEach(item -> item.setDisable(state.style() == Style.CODESUTURE));
    source.setVisible(state.sources().size() > 1);
    sources(state);
  }

  private void sources(DigestState state) {
    List<MenuItem> items = new ArrayList<>();
    String chosen = "";
    if (state.style() == Style.SUTURESCOPE) {
      chosen = Words.of("digest.all_sources");
      items.add(choice(chosen, OptionalLong.empty(), state));
    }
    for (DigestState.Source each : state.sources()) {
      String name = VisibleText.line(each.name());
      OptionalLong id = OptionalLong.of(each.id());
      items.add(choice(name, id, state));
      chosen = id.equals(state.source()) ? name : chosen;
    }
    source.setText(shortened(chosen));
    source.setTooltip(Labels.tip(chosen));
    source.setAccessibleText(Words.of("digest.source", chosen));
    source.getItems().setAll(items);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST / 2))
            + "…"
            + name.substring(name.offsetByCodePoints(name.length(), -LONGEST / 2));
  }

  private MenuItem choice(String name, OptionalLong id, DigestState state) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setMnemonicParsing(false);
    item.setSelected(id.equals(state.source()));
    item.setOnAction(_ -> actions.sourceChosen(id));
    return item;
  }
}
