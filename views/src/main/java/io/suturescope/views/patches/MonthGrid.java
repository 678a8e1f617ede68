package io.suturescope.views.patches;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// The days of a month in weeks, each with what ends on it.
final class MonthGrid extends GridPane {

  private static final int WEEK = 7;

  /// So many lines fit into a day, whatever ends then: weeks stay equally tall.
  private static final double LINES = 6.8;

  private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
  private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final PatchesActions actions;
  private final List<Cell> cells = new ArrayList<>();
  private List<CalendarState.Day> days = List.of();
  private Optional<LocalDate> stop = Optional.empty();

  MonthGrid(PatchesActions actions) {
    this.actions = actions;
    getStyleClass().add("month");
    for (DayOfWeek day : DayOfWeek.values()) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / WEEK);
      getColumnConstraints().add(column);
      String name = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      add(Labels.words(name, "second", "month-weekday"), day.getValue() - 1, 0);
    }
    getRowConstraints().add(new RowConstraints());
  }

  void show(CalendarState state) {
    if (!state.days().equals(days)) {
      fill(state.days());
    }
    Optional<LocalDate> chosen = state.chosen().map(CalendarState.Chosen::date);
    cells.forEach(
        cell -> cell.pseudoClassStateChanged(CHOSEN, chosen.equals(Optional.of(cell.day.date()))));
  }

  private void fill(List<CalendarState.Day> shown) {
    boolean held = cells.stream().anyMatch(Cell::isFocused);
    days = shown;
    getChildren().removeAll(cells);
    cells.clear();
    while (getRowConstraints().size() > 1) {
      getRowConstraints().removeLast();
    }
    for (int i = 0; i < shown.size(); i++) {
      if (i % WEEK == 0) {
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        getRowConstraints().add(row);
      }
      Cell cell = new Cell(shown.get(i));
      cells.add(cell);
      add(cell, i % WEEK, 1 + i / WEEK);
    }
    stand(start(), held);
  }

  /// The cell that Tab leads to: where it led before, else today, else the first of the month.
  private int start() {
    for (int i = 0; i < cells.size(); i++) {
      if (stop.equals(Optional.of(cells.get(i).day.date()))) {
        return i;
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).day.today()) {
        return i;
      }
    }
    return 0;
  }

  void focus() {
    cells.stream().filter(Cell::isFocusTraversable).findFirst().ifPresent(Cell::requestFocus);
  }

  private void stand(int place, boolean take) {
    if (place >= 0 && place < cells.size()) {
      cells.forEach(cell -> cell.setFocusTraversable(false));
      Cell cell = cells.get(place);
      stop = Optional.of(cell.day.date());
      cell.setFocusTraversable(true);
      if (take) {
        cell.requestFocus();
      }
    }
  }

  private void key(Cell cell, KeyEvent event) {
    int place = cells.indexOf(cell);
    switch (event.getCode()) {
      case LEFT -> stand(place - 1, true);
      case RIGHT -> stand(place + 1, true);
      case UP -> stand(place - WEEK, true);
      case DOWN -> stand(place + WEEK, true);
      case PAGE_UP -> actions.monthMoved(-1);
      case PAGE_DOWN -> actions.monthMoved(1);
      case HOME -> actions.monthMoved(0);
      case ENTER, SPACE -> actions.dayPressed(cell.day.date());
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// One day.
  private final class Cell extends VBox {

    private final CalendarState.Day day;
    private final Label date;

    Cell(CalendarState.Day day) {
      this.day = day;
      getStyleClass().addAll("month-day", EndsChart.tone(day).styleClass());
      pseudoClassStateChanged(TODAY, day.today());
      pseudoClassStateChanged(OUTSIDE, !day.inMonth());
      date = Labels.words(Integer.toString(day.date().getDayOfMonth()), "month-date");
      getChildren().add(date);
      if (day.ends() > 0) {
        getChildren()
            .add(
                line(
                    Words.of(day.past() ? "month.ended" : "month.ends", day.ends()), "month-ends"));
      }
      if (day.over() > 0) {
        getChildren().add(line(Words.of("month.over", day.over()), "month-part"));
      }
      if (day.noFix() > 0) {
        getChildren().add(line(Words.of("month.no_fix", day.noFix()), "month-part"));
      }
      setMinSize(0, Region.USE_PREF_SIZE);
      setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      setAccessibleRole(AccessibleRole.BUTTON);
      setAccessibleText(EndsChart.said(day));
      setOnMouseClicked(e -> {
        if (e.getButton() == MouseButton.PRIMARY) {
          stand(cells.indexOf(this), true);
          actions.dayPressed(day.date());
        }
      });
      addEventHandler(KeyEvent.KEY_PRESSED, event -> key(this, event));
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.max(super.computePrefHeight(width), LINES * date.getFont().getSize());
    }

    private static Label line(String text, String style) {
      Label label = Labels.words(text, style);
      label.setMinWidth(0);
      Labels.wrap(label);
      label.setMinHeight(Region.USE_PREF_SIZE);
      return label;
    }
  }
}
