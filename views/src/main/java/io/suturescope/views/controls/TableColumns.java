package io.suturescope.views.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The columns of a row table and where they stand now.
///
/// Widths are in em, so that they follow the font scale. One column grows into the room that is
/// left. When room is short, columns are left out, those with the lowest rank first, rather than
/// cut.
public final class TableColumns {

  /// @param key names the column in actions and settings
  /// @param title may be empty
  /// @param em usual width
  /// @param rank columns with rank 0 are never left out; the higher, the sooner
  public record Column(
      String key, String title, double em, boolean right, boolean grows, int rank) {}

  private final List<Column> columns;
  private final double[] widths;
  private final double[] left;
  private final boolean[] hidden;
  private double fontSize = 13;
  private double room;

  public TableColumns(List<Column> columns) {
    this.columns = List.copyOf(columns);
    widths = columns.stream().mapToDouble(Column::em).toArray();
    left = new double[columns.size() + 1];
    hidden = new boolean[columns.size()];
  }

  public List<Column> all() {
    return columns;
  }

  /// Pixels from the left edge; `index` may be the number of columns for the right edge.
  public double x(int index) {
    return left[index];
  }

  /// Pixels, 0 when the column is left out.
  public double width(int index) {
    return left[index + 1] - left[index];
  }

  /// Pixels of one em.
  public double em() {
    return fontSize;
  }

  double widthInEm(int index) {
    return widths[index];
  }

  boolean setWidthInEm(int index, double em) {
    double width = Math.clamp(em, 2, 80);
    boolean changed = widths[index] != width;
    widths[index] = width;
    return changed;
  }

  boolean arrange(double newRoom, double newFontSize) {
    room = newRoom;
    fontSize = newFontSize;
    double[] before = left.clone();
    Arrays.fill(hidden, false);
    for (int victim : victims()) {
      if (needed() <= room) {
        break;
      }
      hidden[victim] = true;
    }
    double spare = Math.max(0, room - needed());
    for (int i = 0; i < columns.size(); i++) {
      double grow = columns.get(i).grows() ? spare : 0;
      left[i + 1] = left[i] + (hidden[i] ? 0 : Math.rint(widths[i] * fontSize + grow));
    }
    return !Arrays.equals(before, left);
  }

  private double needed() {
    double sum = 0;
    for (int i = 0; i < widths.length; i++) {
      sum += hidden[i] ? 0 : widths[i] * fontSize;
    }
    return sum;
  }

  private List<Integer> victims() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).rank() > 0) {
        order.add(i);
      }
    }
    order.sort((a, b) -> Integer.compare(columns.get(b).rank(), columns.get(a).rank()));
    return order;
  }
}
