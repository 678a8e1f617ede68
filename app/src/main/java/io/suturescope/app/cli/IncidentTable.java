package io.suturescope.app.cli;

import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// `incidents --format table`: aligned columns. Widths are taken from the first rows; what does not
/// fit later gets an ellipsis in its middle.
final class IncidentTable implements IncidentFormat {

  private static final int MEASURED_ROWS = 500;
  private static final int WIDEST_CELL = 60;

  /// What a column needs to say anything; a time is never cut.
  private static final int[] NEEDED = {19, 10, 8, 12, 16, 6, 20, 14};

  /// Columns that a narrow terminal goes without, in this order: where, status, guard, copies.
  private static final int[] DISPENSABLE = {7, 2, 3, 5};

  private static final String GAP = "  ";
  private static final String RESET = "\u001b[0m";

  private final Writer out;
  private final ZoneId zone;
  private final OptionalInt lineWidth;
  private final boolean colour;
  private final List<Summary> waiting = new ArrayList<>();

  /// Width of each column, 0 for one that is left out; empty until the first rows are measured.
  private int[] widths = new int[0];

  /// @param lineWidth of the terminal, where it is known
  /// @param colour true to paint the severity, which is also said in words
  IncidentTable(Writer out, ZoneId zone, OptionalInt lineWidth, boolean colour) {
    this.out = out;
    this.zone = zone;
    this.lineWidth = lineWidth;
    this.colour = colour;
  }

  @Override
  public void print(StoredIncident row) throws IOException {
    Summary summary = Summary.of(row, zone);
    if (widths.length > 0) {
      line(summary.cells(), paint(summary.severity()));
      return;
    }
    waiting.add(summary);
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
    line(Summary.TITLES, "");
    for (Summary summary : waiting) {
      line(summary.cells(), paint(summary.severity()));
    }
    waiting.clear();
  }

  private int[] measure() {
    int[] wanted = Summary.TITLES.stream().mapToInt(CellWidth::of).toArray();
    for (Summary summary : waiting) {
      for (int i = 0; i < wanted.length; i++) {
        int width = CellWidth.of(summary.cells().get(i));
        wanted[i] = Math.max(wanted[i], Math.min(WIDEST_CELL, width));
      }
    }
    lineWidth.ifPresent(width -> narrow(wanted, width));
    return wanted;
  }

  /// Leaves columns out until the rest can be read, then takes from the widest until all fit.
  private static void narrow(int[] widths, int room) {
    for (int i = 0; i < DISPENSABLE.length && needed(widths) > room; i++) {
      widths[DISPENSABLE[i]] = 0;
    }
    int spare = Integer.MAX_VALUE;
    while (taken(widths) > room && spare > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] - NEEDED[i] > widths[widest] - NEEDED[widest] ? i : widest;
      }
      spare = widths[widest] - NEEDED[widest];
      widths[widest] -= spare > 0 ? 1 : 0;
    }
  }

  private static int needed(int[] widths) {
    int[] least = new int[widths.length];
    Arrays.setAll(least, i -> Math.min(widths[i], NEEDED[i]));
    return taken(least);
  }

  private static int taken(int[] widths) {
    return Arrays.stream(widths).filter(w -> w > 0).map(w -> w + GAP.length()).sum() - GAP.length();
  }

  private void line(List<String> cells, String paint) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > 0) {
        String cell = CellWidth.pad(CellWidth.fit(cells.get(i), widths[i]), widths[i]);
        boolean painted = i == Summary.SEVERITY_COLUMN && !paint.isEmpty();
        line.append(painted ? paint + cell + RESET : cell).append(GAP);
      }
    }
    out.write(line.toString().stripTrailing() + "\n");
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
