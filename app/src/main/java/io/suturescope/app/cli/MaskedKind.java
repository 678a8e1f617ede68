package io.suturescope.app.cli;

import io.suturescope.app.export.Cell;
import io.suturescope.app.export.MaskedCells;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.redaction.Redaction;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Any kind of row with its secrets masked.
record MaskedKind<T>(RowKind<T> kind) implements RowKind<T> {

  /// `shop.session:describe` is a function in a module and no session; a patch id has its guard
  /// behind it.
  private static final Pattern FUNCTION =
      Pattern.compile("[\\p{L}\\p{N}_.]+:[\\p{L}_<][\\p{L}\\p{N}_.<>]*(:[a-z_]+)?");

  @Override
  public SequencedMap<String, Cell> cells(T row) {
    return MaskedCells.of(kind.cells(row));
  }

  @Override
  public List<String> names() {
    return kind.names();
  }

  @Override
  public List<Cell> flat(T row) {
    List<String> names = kind.names();
    List<Cell> cells = kind.flat(row);
    List<Cell> masked = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      masked.add(MaskedCells.of(names.get(i), cells.get(i)));
    }
    return masked;
  }

  @Override
  public List<TextColumn> columns() {
    return kind.columns();
  }

  @Override
  public List<String> texts(T row, ZoneId zone) {
    return kind.texts(row, zone).stream().map(MaskedKind::masked).toList();
  }

  private static String masked(String text) {
    return FUNCTION.matcher(text).matches() ? text : Redaction.masked(text);
  }

  @Override
  public Optional<Severity> severity(T row) {
    return kind.severity(row);
  }
}
