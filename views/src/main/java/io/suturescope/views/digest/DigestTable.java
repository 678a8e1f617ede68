package io.suturescope.views.digest;

import io.suturescope.model.digest.DigestBlock;
import io.suturescope.model.digest.DigestSpan;
import io.suturescope.views.controls.Labels;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// A table of a digest: short columns stay whole, long ones wrap.
final class DigestTable extends GridPane {

  /// Letters of a time with its seconds, and a few more.
  private static final int SHORT = 22;

  DigestTable(DigestBlock.Table table, DigestSentence sentences) {
    getStyleClass().add("digest-table");
    for (int column = 0; column < table.head().size(); column++) {
      column(table, column, sentences);
    }
  }

  private void column(DigestBlock.Table table, int column, DigestSentence sentences) {
    List<List<DigestSpan>> cells = table.rows().stream().map(row -> row.get(column)).toList();
    boolean numbers = cells.stream().allMatch(DigestTable::isNumber);
    boolean whole = cells.stream().allMatch(DigestTable::isShort);
    ColumnConstraints room = new ColumnConstraints();
    room.setHgrow(whole ? Priority.NEVER : Priority.ALWAYS);
    room.setMinWidth(whole ? Region.USE_PREF_SIZE : 0);
    room.setHalignment(numbers ? HPos.RIGHT : HPos.LEFT);
    getColumnConstraints().add(room);
    Label title = Labels.words(table.head().get(column), "table-title", "digest-cell");
    title.setMinWidth(Region.USE_PREF_SIZE);
    add(title, column, 0);
    IntStream.range(0, cells.size())
        .forEach(row -> {
          TextFlow cell = sentences.flow(cells.get(row));
          cell.getStyleClass().add("digest-cell");
          cell.setTextAlignment(numbers ? TextAlignment.RIGHT : TextAlignment.LEFT);
          add(cell, column, row + 1);
        });
  }

  private static boolean isNumber(List<DigestSpan> cell) {
    return cell.stream().allMatch(DigestSpan.Linked.class::isInstance);
  }

  private static boolean isShort(List<DigestSpan> cell) {
    return cell.stream().noneMatch(DigestSpan.Recorded.class::isInstance)
        && cell.stream().mapToInt(span -> DigestSentence.plain(span).length()).sum() <= SHORT;
  }
}
