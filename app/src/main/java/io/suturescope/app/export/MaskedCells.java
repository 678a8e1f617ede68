package io.suturescope.app.export;

import io.suturescope.model.redaction.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Cells with their secrets masked.
public final class MaskedCells {

  private MaskedCells() {}

  /// Numbers and flags have a field of their own in every record, and stay.
  public static Cell of(String name, Cell cell) {
    return switch (cell) {
      case Cell.Text(String value) -> new Cell.Text(Redaction.masked(name, value));
      case Cell.Texts(var values) ->
          new Cell.Texts(values.stream().map(Redaction::masked).toList());
      case Cell.Recorded(String json) -> recorded(name, json);
      case Cell.Whole _, Cell.Flag _, Cell.Absent _ -> cell;
    };
  }

  public static SequencedMap<String, Cell> of(SequencedMap<String, Cell> cells) {
    SequencedMap<String, Cell> masked = new LinkedHashMap<>();
    for (Map.Entry<String, Cell> cell : cells.entrySet()) {
      masked.put(cell.getKey(), of(cell.getKey(), cell.getValue()));
    }
    return masked;
  }

  /// A string is looked at without its escapes. Where a masked number leaves no JSON, the whole
  /// becomes one string.
  private static Cell recorded(String name, String json) {
    String plain = JsonOut.plain(json);
    String masked = Redaction.masked(name, plain);
    if (masked.equals(plain)) {
      return new Cell.Recorded(json);
    }
    return plain.equals(json) ? new Cell.Recorded(masked) : new Cell.Text(masked);
  }
}
