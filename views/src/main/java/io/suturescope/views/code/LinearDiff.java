package io.suturescope.views.code;

import io.suturescope.model.diff.Change;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The changes as sentences, for a keyboard and a screen reader.
final class LinearDiff {

  private LinearDiff() {}

  /// One change.
  ///
  /// @param row of the rows
  record Entry(int row, String sentence) {}

  /// Of instructions: "added, instruction 14 at 64: LOAD_FAST 2 (price), line 41". The number is
  /// the one on its own side, from 1.
  static List<Entry> ofInstructions(List<SideRow> rows) {
    return entries(rows, true);
  }

  /// Of lines: "changed, line 41: …".
  static List<Entry> ofLines(List<SideRow> rows) {
    return entries(rows, false);
  }

  private static List<Entry> entries(List<SideRow> rows, boolean instructions) {
    List<Entry> entries = new ArrayList<>();
    int left = 0;
    int right = 0;
    for (int row = 0; row < rows.size(); row++) {
      SideRow each = rows.get(row);
      left += each.left().isPresent() ? 1 : 0;
      right += each.right().isPresent() ? 1 : 0;
      if (each.isChange()) {
        int number = each.right().isPresent() ? right : left;
        entries.add(new Entry(row, sentence(each, instructions ? number : 0)));
      }
    }
    return entries;
  }

  private static String sentence(SideRow row, int instruction) {
    SideRow.Cell cell = row.spoken();
    String text = String.join(" ", cell.text().replace(">>", "").strip().split("\\s+", -1));
    String change = Words.of("change." + row.change().name().toLowerCase(Locale.ROOT));
    String was =
        row.change() == Change.CHANGED && row.left().isPresent()
            ? Words.of("linear.was", row.left().get().text().strip())
            : "";
    if (instruction == 0) {
      return Words.of("linear.line", change, cell.gutter(), cell.text().strip()) + was;
    }
    String line =
        cell.origin()
            .filter(o -> o.line() > 0)
            .map(o -> Words.of("linear.of_line", Integer.toString(o.line())))
            .orElse("");
    return Words.of(
            "linear.instruction", change, Integer.toString(instruction), cell.gutter(), text)
        + line
        + was;
  }
}
