package io.suturescope.views.verdicts;

import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.VerdictLabel;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The verdicts of one patch.
final class LedgerPane {

  private static final int SENTENCE = 2;
  private static final int PLACE = 4;
  private static final double SENTENCE_WIDTH = 120;

  private final VBox content = new VBox();
  private final ScrollPane root = new ScrollPane(content);
  private final Button patch = new Button(Words.of("verdicts.open_patch"));
  private final Button crashes = new Button(Words.of("verdicts.show_crashes"));
  private Optional<VerdictDetail> shown = Optional.empty();

  LedgerPane(VerdictsActions actions) {
    content.getStyleClass().add("ledger");
    root.getStyleClass().add("ledger-pane");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setAccessibleText(Words.of("verdicts.detail"));
    root.setMinSize(0, 0);
    patch.getStyleClass().add("quiet");
    crashes.getStyleClass().add("quiet");
    patch.setMinWidth(Region.USE_PREF_SIZE);
    crashes.setMinWidth(Region.USE_PREF_SIZE);
    patch.setOnAction(_ -> actions.openPatch());
    crashes.setOnAction(_ -> actions.showCrashes());
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            actions.detailClosed();
            e.consume();
          }
        });
  }

  Node root() {
    return root;
  }

  void show(Optional<VerdictDetail> detail, TimeView time) {
    if (detail.isEmpty() || shown.equals(detail)) {
      return;
    }
    shown = detail;
    VerdictDetail ledger = detail.get();
    content.getChildren().setAll(head(ledger), Labels.block(ledger.sentence(), "verdict-sentence"));
    ledger.values().map(LedgerPane::values).ifPresent(content.getChildren()::add);
    if (!ledger.entries().isEmpty()) {
      content
          .getChildren()
          .addAll(Labels.words(Words.of("verdicts.all"), "subheading"), entries(ledger, time));
    }
    ledger.caveats().forEach(text -> content.getChildren().add(Labels.block(text, "muted")));
    root.setVvalue(0);
  }

  private Node head(VerdictDetail ledger) {
    WrapLine line = new WrapLine(0.7, 0.3);
    line.add(new VerdictLabel(ledger.verdict()));
    line.add(Labels.data(ledger.function(), "heading"));
    line.add(Labels.data(ledger.place(), "muted"));
    line.add(Labels.words(ledger.coverage(), "muted"));
    HBox buttons = new HBox(patch, crashes);
    buttons.getStyleClass().add("buttons");
    patch.setDisable(!ledger.patched());
    crashes.setDisable(!ledger.patched());
    line.addAtEnd(buttons);
    return line;
  }

  /// Both sides, equally wide.
  private static Node values(VerdictDetail.Values values) {
    HBox sides =
        new HBox(
            new MarkedValue(
                Words.of("verdicts.original"),
                values.original(),
                values.originalMarks(),
                "removed"),
            new MarkedValue(
                Words.of("verdicts.patched"), values.patched(), values.patchedMarks(), "added"));
    sides.getStyleClass().add("verdict-values");
    sides
        .getChildren()
        .forEach(side -> {
          HBox.setHgrow(side, Priority.ALWAYS);
          ((Region) side).setPrefWidth(1);
          ((Region) side).setMinWidth(0);
        });
    return sides;
  }

  private static Node entries(VerdictDetail ledger, TimeView time) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    for (int column = 0; column < 5; column++) {
      ColumnConstraints wide = new ColumnConstraints();
      wide.setHgrow(column == SENTENCE ? Priority.ALWAYS : Priority.NEVER);
      wide.setMinWidth(column == SENTENCE || column == PLACE ? 0 : Region.USE_PREF_SIZE);
      wide.setHalignment(column == 3 ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(wide);
    }
    // It takes what is left, so that places of usual length stay whole.
    grid.getColumnConstraints().get(SENTENCE).setPrefWidth(SENTENCE_WIDTH);
    int row = 0;
    for (VerdictDetail.Entry entry : ledger.entries()) {
      Label said =
          Labels.block(
              entry.note().isEmpty() ? entry.sentence() : entry.sentence() + " " + entry.note());
      Node when =
          entry.time().isPresent()
              ? Times.label(time, entry.time(), "muted")
              : Labels.words(Words.of("verdicts.no_time"), "muted");
      Label place = Labels.data(entry.source() + "  " + entry.place(), "muted");
      place.getStyleClass().add("entry-place");
      Label count =
          Labels.words(entry.count() > 1 ? "×" + Words.number(entry.count()) : "", "number");
      grid.addRow(row, new VerdictLabel(entry.verdict()), when, said, count, place);
      grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
      row++;
    }
    return grid;
  }
}
