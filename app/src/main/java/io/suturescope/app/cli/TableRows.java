package io.suturescope.app.cli;

import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// `--format table`: aligned columns. Widths are taken from the first rows; what does not fit later
/// gets an ellipsis in its middle.
final class TableRows<T> implements RowFormat<T> {

  private static final int MEASURED_ROWS = 500;
  private static final int WIDEST_CELL = 60;

  private static final String GAP = "  ";
  private static final String RESET = "\u001b[0m";

  /// A row as text.
  ///
  /// @param paint what sets the colour of the painted column; empty for none
  private record Line(List<String> texts, String paint) {}

  private final RowKind<T> kind;
  private final List<RowKind.TextColumn> columns;
  private final Writer out;
  private final ZoneId zone;
  private final OptionalInt lineWidth;
  private final boolean colour;
  private final List<Line> waiting = new ArrayList<>();

  /// Width of each column, 0 for one that is left out; empty until the first rows are measured.
  private int[] widths = new int[0];

  /// @param lineWidth of the terminal, where it is known
  /// @param colour true to paint the severity, which is also said in words
  TableRows(RowKind<T> kind, Writer out, ZoneId zone, OptionalInt lineWidth, boolean colour) {
    this.kind = kind;
    this.columns = kind.columns();
    this.out = out;
    this.zone = zone;
    this.lineWidth = lineWidth;
    this.colour = colour;
  }

  @Override
  public void print(T row) throws IOException {
    Line line = new Line(kind.texts(row, zone), kind.severity(row).map(this::paint).orElse(""));
    if (widths.length > 0) {
      write(line);
      return;
    }
    waiting.add(line);
    if (waiting.size() == MEASURED_ROWS) {
      begin();
    }
  }

  @Override
  public void close() throws IOException {
    if (widths.length == 0 && !waiting.isEmpty()) {
      begin();
    }
  }

  private void begin() throws IOException {
    widths = measure();
    write(new Line(columns.stream().map(RowKind.TextColumn::title).toList(), ""));
    for (Line line : waiting) {
      write(line);
    }
    waiting.clear();
  }

  private int[] measure() {
    int[] wanted = columns.stream().mapToInt(c -> CellWidth.of(c.title())).toArray();
    for (Line line : waiting) {
      for (int i = 0; i < wanted.length; i++) {
        int width = CellWidth.of(line.texts().get(i));
        wanted[i] = Math.max(wanted[i], Math.min(WIDEST_CELL, width));
      }
    }
    lineWidth.ifPresent(width -> narrow(wanted, width));
    return wanted;
  }

  /// Leaves columns out until the rest can be read, then takes from the widest until all fit.
  private void narrow(int[] widths, int room) {
    int[] dispensable =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).spared() > 0)
            .boxed()
            .sorted(Comparator.comparingInt(i -> columns.get(i).spared()))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < dispensable.length && needed(widths) > room; i++) {
      widths[dispensable[i]] = 0;
    }
    int spare = Integer.MAX_VALUE;
    while (taken(widths) > room && spare > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = spare(widths, i) > spare(widths, widest) ? i : widest;
      }
      spare = spare(widths, widest);
      widths[widest] -= spare > 0 ? 1 : 0;
    }
  }

  private int spare(int[] widths, int column) {
    return widths[column] - columns.get(column).needed();
  }

  private int needed(int[] widths) {
    int[] least = new int[widths.length];
    Arrays.setAll(least, i -> Math.min(widths[i], columns.get(i).needed()));
    return taken(least);
  }

  private static int taken(int[] widths) {
    return Arrays.stream(widths).filter(w -> w > 0).map(w -> w + GAP.length()).sum() - GAP.length();
  }

  private void write(Line line) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > 0) {
        String cell = CellWidth.pad(CellWidth.fit(line.texts().get(i), widths[i]), widths[i]);
        boolean painted = columns.get(i).painted() && !line.paint().isEmpty();
        text.append(painted ? line.paint() + cell + RESET : cell).append(GAP);
      }
    }
    out.write(text.toString().stripTrailing() + "\n");
  }

  private String paint(Severity severity) {
    if (!colour) {
      return "";
    }
    return switch (severity) {
      case CRITICAL -> "\u001b[1;31m";
      case HIGH -> "\u001b[31m";
      case MEDIUM -> "\u001b[33m";
      case LOW -> "\u001b[36m";
      case UNKNOWN -> "\u001b[35m";
    };
  }
}
