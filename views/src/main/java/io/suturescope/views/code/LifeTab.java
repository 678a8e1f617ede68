package io.suturescope.views.code;

import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Facts;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TableColumns.Column;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The life of a patch: every transition, what is odd in it, and when its time ends by which rule.
final class LifeTab {

  private final RowTable<LifeState.Step> table;
  private final VBox root = new VBox();
  private final HBox tools;
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);
  private Optional<LifeState> shown = Optional.empty();

  LifeTab(PatchActions actions) {
    TableColumns columns =
        new TableColumns(
            List.of(
                column("at", 9.5, false, 0),
                column("step", 13, false, 0),
                column("judged", 8, false, 0),
                column("dwell", 6, false, 1),
                column("reason", 6, true, 0),
                column("place", 15, false, 2)));
    table =
        new RowTable<>(
            Words.of("life.table"), columns, c -> new Pane(c, () -> time), new NoActions());
    table.getStyleClass().add("life-table");
    VBox.setVgrow(table, Priority.ALWAYS);
    Button copy = new Button(Words.of("life.copy"), Labels.icon(Feather.COPY));
    copy.getStyleClass().addAll("quiet", "small");
    copy.setTooltip(Labels.tip(Words.of("life.copy.tip")));
    copy.setOnAction(_ -> actions.copyHistory());
    tools = new HBox(copy);
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.getStyleClass().add("life-part");
    root.getStyleClass().add("life");
    root.setMinSize(0, 0);
    show(Optional.empty());
  }

  private static Column column(String key, double em, boolean grows, int rank) {
    return new Column(key, Words.of("life.column." + key), em, false, grows, rank);
  }

  Node root() {
    return root;
  }

  /// Shows another life; empty while it is read.
  void show(Optional<LifeState> life) {
    if (!root.getChildren().isEmpty() && shown.equals(life)) {
      return;
    }
    shown = life;
    root.getChildren().clear();
    if (life.isEmpty()) {
      root.getChildren().add(note(Words.of("patch.loading")));
      return;
    }
    LifeState state = life.get();
    time = state.time();
    if (!state.anomalies().isEmpty()) {
      root.getChildren().add(anomalies(state.anomalies()));
    }
    if (!state.note().isEmpty()) {
      root.getChildren().add(note(state.note()));
    }
    if (!state.steps().isEmpty()) {
      table.show(RowWindow.of(state.steps()), OptionalInt.of(0), OptionalInt.of(0));
      root.getChildren().addAll(tools, table);
    }
    if (!state.rules().isEmpty()) {
      root.getChildren().add(rules(state.rules()));
    }
  }

  private static Label note(String text) {
    Label note = Labels.block(text, "muted");
    note.getStyleClass().add("life-part");
    return note;
  }

  private static Node anomalies(List<LifeState.Odd> odd) {
    VBox box = new VBox(Labels.words(Words.of("life.odd", odd.size()), "strong"));
    box.getStyleClass().addAll("section", "life-part");
    for (LifeState.Odd each : odd) {
      WrapLine line = new WrapLine(0.7, 0.2);
      line.add(
          new ChipLabel(new Chip(each.kind(), each.alarming() ? Tone.CRITICAL : Tone.NEUTRAL)));
      line.add(Labels.block(each.sentence()));
      line.add(Labels.block(each.evidence(), "muted"));
      box.getChildren().add(line);
    }
    return box;
  }

  private static Node rules(List<LifeState.Rule> rules) {
    Facts facts = new Facts();
    for (LifeState.Rule rule : rules) {
      Label sentence = Labels.block(rule.sentence(), rule.used() ? "life-used" : "muted");
      facts.add(rule.used() ? Words.of("life.used", rule.name()) : rule.name(), sentence);
    }
    VBox box = new VBox(Labels.words(Words.of("life.rules"), "strong"), facts);
    box.getStyleClass().addAll("section", "life-part");
    return box;
  }

  private static final class Pane extends RowPane<LifeState.Step> {

    private final Supplier<TimeView> time;
    private final Label at = Labels.words("", "muted");
    private final Label step = Labels.data("", "name");
    private final Label guard = Labels.data("", "code", "second");
    private final ChipLabel judged = new ChipLabel();
    private final Label dwell = Labels.words("", "muted");
    private final Label reason = Labels.data("");
    private final Label place = Labels.data("", "code", "second");

    Pane(TableColumns columns, Supplier<TimeView> time) {
      super(columns);
      this.time = time;
      place(at, 0, 1, 0);
      VBox names = new VBox(step, guard);
      names.setAlignment(Pos.CENTER_LEFT);
      names.setMinWidth(0);
      place(names, 1, 2, 0);
      place(judged, 2, 3, 0);
      place(dwell, 3, 4, 0);
      place(reason, 4, 5, 0);
      place(place, 5, 6, 0);
    }

    @Override
    protected String draw(int index, Optional<LifeState.Step> row) {
      LifeState.Step shown = row.orElse(null);
      if (shown == null) {
        return Words.of("row.loading");
      }
      Times.set(at, time.get(), shown.at());
      Labels.setData(step, shown.from() + " → " + shown.to());
      Labels.setData(guard, shown.guard());
      judged.set(Optional.of(shown.judged()));
      dwell.setText(shown.dwell());
      Labels.setData(reason, shown.reason());
      Labels.setData(place, shown.place());
      return Words.of(
          "life.row",
          at.getText(),
          shown.from(),
          shown.to(),
          shown.judged().text(),
          reason.getText(),
          place.getText());
    }
  }

  private static final class NoActions implements RowTable.Actions {

    @Override
    public void rowSelected(int index) {}
  }
}
