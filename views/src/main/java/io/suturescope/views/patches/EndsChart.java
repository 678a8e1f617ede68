package io.suturescope.views.patches;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.text.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// How many patches end on each of the next days: a filled bar for those without a usable fix, an
/// outlined one above it for the others.
final class EndsChart extends Region {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final double EM_HEIGHT = 8;

  private final PatchesActions actions;
  private final Label fontProbe = new Label();
  private final List<Column> columns = new ArrayList<>();
  private List<CalendarState.Day> days = List.of();

  EndsChart(PatchesActions actions) {
    this.actions = actions;
    getStyleClass().add("ends-chart");
    setAccessibleText(Words.of("ends.title"));
    fontProbe.setManaged(false);
    fontProbe.fontProperty().addListener(_ -> requestLayout());
    getChildren().add(fontProbe);
  }

  void show(List<CalendarState.Day> next) {
    if (days.equals(next)) {
      return;
    }
    days = next;
    columns.clear();
    getChildren().setAll(fontProbe);
    for (CalendarState.Day day : next) {
      Column column = new Column(day);
      columns.add(column);
      getChildren().add(column);
    }
    columns.stream().findFirst().ifPresent(column -> column.setFocusTraversable(true));
    requestLayout();
  }

  static String said(CalendarState.Day day) {
    return Words.of("ends.day", DAY.format(day.date()), day.ends(), day.noFix(), day.over());
  }

  /// The colour of a day: over, without a fix soon, or neither.
  static Tone tone(CalendarState.Day day) {
    if (day.over() > 0) {
      return Tone.CRITICAL;
    }
    return day.noFix() > 0 ? Tone.HIGH : Tone.NEUTRAL;
  }

  @Override
  protected void layoutChildren() {
    double step = getWidth() / Math.max(1, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      double left = Math.rint(i * step);
      columns.get(i).resizeRelocate(left, 0, Math.rint((i + 1) * step) - left, getHeight());
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return fontProbe.getFont().getSize() * EM_HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /// One day.
  private final class Column extends Region {

    private final CalendarState.Day day;
    private final Region without = new Region();
    private final Region with = new Region();
    private final Label number;
    private final Label date;

    Column(CalendarState.Day day) {
      this.day = day;
      getStyleClass().addAll("ends-day", tone(day).styleClass());
      without.getStyleClass().add("ends-bar");
      with.getStyleClass().add("ends-rest");
      number = Labels.words(day.ends() == 0 ? "" : Words.compact(day.ends()), "ends-number");
      date = Labels.words(Integer.toString(day.date().getDayOfMonth()), "ends-date");
      getChildren().addAll(without, with, number, date);
      setAccessibleRole(AccessibleRole.BUTTON);
      setAccessibleText(said(day));
      javafx.scene.control.Tooltip.install(this, Labels.tip(said(day)));
      setOnMouseClicked(e -> {
        if (e.getButton() == MouseButton.PRIMARY) {
          actions.dayPressed(day.date());
        }
      });
      addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
      int place = columns.indexOf(this);
      switch (event.getCode()) {
        case LEFT -> go(place - 1);
        case RIGHT -> go(place + 1);
        case ENTER, SPACE -> actions.dayPressed(day.date());
        default -> {
          return;
        }
      }
      event.consume();
    }

    private void go(int place) {
      if (place >= 0 && place < columns.size()) {
        setFocusTraversable(false);
        columns.get(place).setFocusTraversable(true);
        columns.get(place).requestFocus();
      }
    }

    @Override
    protected void layoutChildren() {
      long highest = Math.max(1, days.stream().mapToLong(CalendarState.Day::ends).max().orElse(1));
      double words = number.prefHeight(-1);
      double ground = getHeight() - words - 3;
      double room = Math.max(1, ground - words - 2);
      double gap = Math.min(2, getWidth() * 0.15);
      double width = Math.max(2, getWidth() - 2 * gap);
      double all = day.ends() == 0 ? 0 : Math.max(3, Math.rint(room * day.ends() / highest));
      double filled =
          day.noFix() == 0 ? 0 : Math.clamp(Math.rint(room * day.noFix() / highest), 3, all);
      without.resizeRelocate(gap, ground - filled, width, filled);
      with.resizeRelocate(gap, ground - all, width, all - filled);
      without.setVisible(filled > 0);
      with.setVisible(all > filled);
      layoutInArea(
          number, 0, ground - all - words - 1, getWidth(), words, 0, HPos.CENTER, VPos.CENTER);
      layoutInArea(date, 0, ground + 2, getWidth(), words, 0, HPos.CENTER, VPos.CENTER);
    }
  }
}
