package io.suturescope.views.digest;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A day: one back, one on, typed, yesterday or today.
final class DayChoice {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
  private static final int WEEK = 7;

  private final DigestActions actions;
  private final TextField field = new TextField();
  private final Label about = Labels.words("", "muted");
  private final HBox root;
  private Optional<DigestState> shown = Optional.empty();

  DayChoice(DigestActions actions) {
    this.actions = actions;
    field.getStyleClass().addAll("small-field", "day-field");
    field.setPromptText(Words.of("digest.day.prompt"));
    field.setAccessibleText(Words.of("digest.day.field"));
    field.setOnAction(_ -> submit());
    field.textProperty().addListener((_, _, _) -> field.pseudoClassStateChanged(WRONG, false));
    field.focusedProperty().addListener((_, _, focused) -> left(focused));
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        reset();
        event.consume();
      }
    });
    about.setMinWidth(Region.USE_PREF_SIZE);
    root =
        new HBox(
            arrow(Feather.CHEVRON_LEFT, "digest.earlier", -1),
            field,
            arrow(Feather.CHEVRON_RIGHT, "digest.later", 1),
            about,
            day("digest.yesterday", state -> state.today().minusDays(1)),
            day("digest.today", DigestState::today));
    root.getStyleClass().add("day-choice");
    root.setAlignment(Pos.CENTER_LEFT);
  }

  Node root() {
    return root;
  }

  private Button arrow(Feather icon, String key, int steps) {
    Button button = button("", state -> stepped(state, steps));
    button.setGraphic(Labels.icon(icon));
    button.setAccessibleText(Words.of(key));
    button.setTooltip(Labels.tip(Words.of(key)));
    return button;
  }

  private Button day(String key, Function<DigestState, LocalDate> day) {
    return button(Words.of(key), day);
  }

  private Button button(String text, Function<DigestState, LocalDate> day) {
    Button button = new Button(text);
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> shown.map(day).ifPresent(this::choose));
    return button;
  }

  private static LocalDate stepped(DigestState state, int steps) {
    return state.day().plusDays(state.weekly() ? (long) WEEK * steps : steps);
  }

  private void choose(LocalDate day) {
    field.setText(day.toString());
    actions.dayChosen(day);
  }

  private void submit() {
    try {
      choose(LocalDate.parse(field.getText().strip()));
    } catch (DateTimeParseException _) {
      field.pseudoClassStateChanged(WRONG, true);
    }
  }

  private void left(boolean focused) {
    if (!focused) {
      reset();
    }
  }

  private void reset() {
    shown.ifPresent(state -> field.setText(state.day().toString()));
  }

  void show(DigestState state) {
    shown = Optional.of(state);
    about.setText(
        state.weekly()
            ? Words.of("digest.since", state.day().minusDays(WEEK - 1L).toString())
            : WEEKDAY.format(state.day()));
    if (!field.isFocused()) {
      reset();
    }
  }
}
