package io.suturescope.views.patches;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// When the time of patches ends: a month, the next 14 days, and the patches of one day.
final class CalendarPane {

  private static final double MONTH_HEIGHT = 40;

  private final PatchesActions actions;
  private final Label month = Labels.words("", "heading");
  private final MonthGrid grid;
  private final EndsChart ends;
  private final Label sentence = Labels.prose("", "muted");
  private final Label chosen = Labels.prose("");
  private final Hyperlink ask = new Hyperlink();
  private final ListView<Integer> list = new ListView<>();
  private final VBox root;
  private RowWindow<PatchLine> rows = RowWindow.of(List.of());

  CalendarPane(PatchesActions actions) {
    this.actions = actions;
    grid = new MonthGrid(actions);
    ends = new EndsChart(actions);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox left = new VBox(grid);
    left.getStyleClass().add("calendar-month");
    ask.setOnAction(_ -> actions.dayAsked());
    Labels.wrap(ask);
    list.getStyleClass().add("calendar-list");
    list.setCellFactory(_ -> new Cell());
    list.setAccessibleText(Words.of("calendar.list"));
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            open();
            e.consume();
          }
        });
    list.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        open();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox soon = new VBox(Labels.words(Words.of("ends.title"), "strong"), ends, sentence);
    soon.getStyleClass().add("section");
    VBox side = new VBox(soon, chosen, ask, list);
    side.getStyleClass().addAll("machine-side", "calendar-side");
    ScrollPane scroll = new ScrollPane(new Beside(left, side, MONTH_HEIGHT));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setAccessibleText(Words.of("calendar.name"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = new VBox(head(), scroll);
  }

  private WrapLine head() {
    Button export = button("calendar.export");
    export.setOnAction(_ -> actions.calendarExported());
    WrapLine head = new WrapLine(0.5, 0.3);
    head.getStyleClass().add("calendar-head");
    head.add(month);
    head.add(moving("calendar.before", -1));
    head.add(moving("calendar.today", 0));
    head.add(moving("calendar.after", 1));
    head.addAtEnd(export);
    month.setMinWidth(Region.USE_PREF_SIZE);
    return head;
  }

  private Button moving(String key, int by) {
    Button button = button(key);
    button.setAccessibleText(Words.of(key + ".said"));
    button.setOnAction(_ -> actions.monthMoved(by));
    return button;
  }

  private static Button button(String key) {
    Button button = new Button(Words.of(key));
    button.getStyleClass().addAll("quiet", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  Node root() {
    return root;
  }

  void focus() {
    grid.focus();
  }

  void show(PatchesState state) {
    CalendarState calendar = state.calendar();
    rows = state.listing().rows();
    month.setText(calendar.month());
    grid.show(calendar);
    ends.show(calendar.next());
    sentence.setText(calendar.sentence());
    Optional<CalendarState.Chosen> day = calendar.chosen();
    chosen.setText(
        day.map(d -> Words.of("calendar.day", d.title(), d.rows().size()))
            .orElse(Words.of("calendar.choose")));
    chosen.getStyleClass().setAll("label", day.isPresent() ? "strong" : "muted");
    String query = day.map(CalendarState.Chosen::query).orElse("");
    ask.setText(Words.of("calendar.ask", query));
    List<Integer> listed = day.map(CalendarState.Chosen::rows).orElse(List.of());
    list.setVisible(!listed.isEmpty());
    ask.setVisible(!listed.isEmpty());
    ask.setManaged(!listed.isEmpty());
    if (!listed.equals(list.getItems())) {
      list.setItems(FXCollections.observableList(listed));
    }
  }

  private void open() {
    Integer row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      actions.rowOpened(row);
    }
  }

  private final class Cell extends ListCell<Integer> {

    private final Label function = Labels.data("", "name");
    private final Label second = Labels.data("", "second");
    private final VBox lines = new VBox(function, second);

    Cell() {
      getStyleClass().add("calendar-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
      super.updateItem(row, empty);
      Optional<PatchLine> line =
          empty || row == null || row >= rows.size() ? Optional.empty() : rows.row(row);
      setText(null);
      setGraphic(line.isPresent() ? lines : null);
      setAccessibleText(line.map(PatchWords::said).orElse(""));
      line.ifPresent(shown -> {
        Labels.setData(function, shown.function());
        Labels.setData(second, String.join(" · ", shown.place(), shown.effective().text()));
      });
    }
  }
}
