package io.suturescope.app.cli;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.export.Cell;
import io.suturescope.app.export.PatchCells;
import io.suturescope.app.export.Times;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixLabel;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What is printed of a patch.
final class PatchKind implements RowKind<Examination> {

  private static final List<TextColumn> COLUMNS =
      List.of(
          TextColumn.of("PATCH", 24, 0),
          TextColumn.of("EFFECTIVE", 13, 0),
          TextColumn.of("RECORDED", 9, 4),
          TextColumn.of("SIGNATURE", 9, 0),
          TextColumn.of("PYTHON", 6, 5),
          TextColumn.of("ORIGINAL", 8, 2),
          TextColumn.of("CRASHES", 7, 0),
          TextColumn.of("LAST SEEN", 19, 1),
          TextColumn.of("VERDICT", 11, 3),
          TextColumn.of("SUGGESTION", 10, 6));

  @Override
  public SequencedMap<String, Cell> cells(Examination row) {
    return PatchCells.of(row);
  }

  @Override
  public List<String> names() {
    return PatchCells.NAMES;
  }

  @Override
  public List<Cell> flat(Examination row) {
    return List.copyOf(PatchCells.of(row).values());
  }

  @Override
  public List<TextColumn> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Severity> severity(Examination row) {
    return Optional.empty();
  }

  @Override
  public List<String> texts(Examination examined, ZoneId zone) {
    PatchRow row = examined.patch();
    FixLabel label = examined.fix().map(CheckedFix::label).orElse(FixLabel.NONE);
    return List.of(
        Visible.line(row.id()),
        row.effectiveState().word(),
        Visible.line(row.recordedState()),
        examined.trust().signature().word(),
        examined.python().text(),
        examined.original().word(),
        Long.toString(row.crashes()),
        row.lastSeen().map(at -> Times.readable(at, zone)).orElse(""),
        row.verdict().word(),
        label.word());
  }
}
