package io.suturescope.app.export;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixLabel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The columns of `patches` (cli.md).
public final class PatchCells {

  /// In the order in which they are printed.
  public static final List<String> NAMES =
      List.of(
          "patch",
          "module",
          "qualname",
          "guards",
          "target",
          "default_value",
          "patched_at",
          "ttl_days",
          "recorded_state",
          "effective_state",
          "effective_reason",
          "signature",
          "python",
          "python_evidence",
          "original",
          "incidents",
          "last_seen",
          "verdict",
          "suggestion",
          "source");

  private PatchCells() {}

  public static SequencedMap<String, Cell> of(Examination examined) {
    PatchRow row = examined.patch();
    Optional<PatchMetadata> metadata = row.file().flatMap(PatchFile::metadata);
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.put("patch", new Cell.Text(row.id()));
    cells.put("module", new Cell.Text(row.module()));
    cells.put("qualname", new Cell.Text(row.function()));
    cells.put("guards", new Cell.Texts(row.guards()));
    cells.put(
        "target",
        Cell.orAbsent(
            metadata
                .map(PatchMetadata::target)
                .or(() -> examined.incident().map(i -> i.incident().targetVariable()))
                .orElse("")));
    cells.put(
        "default_value",
        metadata
            .map(PatchMetadata::defaultValue)
            .or(() -> examined.incident().map(i -> i.incident().defaultValue()))
            .<Cell>map(Cell.Recorded::new)
            .orElse(new Cell.Absent()));
    cells.put(
        "patched_at",
        metadata
            .flatMap(PatchMetadata::patchedAt)
            .<Cell>map(at -> new Cell.Text(Times.recorded(at)))
            .orElse(new Cell.Absent()));
    cells.put(
        "ttl_days",
        metadata
            .flatMap(PatchMetadata::ttlDays)
            .or(() -> row.lifecycle().flatMap(LifecycleEntry::ttlDays))
            .<Cell>map(Cell.Whole::new)
            .orElse(new Cell.Absent()));
    cells.put("recorded_state", Cell.orAbsent(row.recordedState()));
    cells.put("effective_state", new Cell.Text(row.effectiveState().word()));
    cells.put("effective_reason", new Cell.Text(row.effectiveReason()));
    cells.put("signature", new Cell.Text(examined.trust().signature().word()));
    cells.put("python", python(examined.python()));
    cells.put("python_evidence", new Cell.Text(examined.python().evidence().word()));
    cells.put("original", new Cell.Text(examined.original().word()));
    cells.put("incidents", new Cell.Whole(row.crashes()));
    cells.put(
        "last_seen",
        row.lastSeen()
            .<Cell>map(at -> new Cell.Text(Times.recorded(at)))
            .orElse(new Cell.Absent()));
    cells.put("verdict", row.justified() ? new Cell.Text("justified") : new Cell.Absent());
    cells.put(
        "suggestion",
        new Cell.Text(examined.fix().map(CheckedFix::label).orElse(FixLabel.NONE).word()));
    cells.put("source", new Cell.Text(row.source().identity().path()));
    return cells;
  }

  private static Cell python(PythonChoice python) {
    return switch (python.candidates().size()) {
      case 0 -> new Cell.Absent();
      case 1 -> new Cell.Text(python.candidates().getFirst());
      default -> new Cell.Texts(python.candidates());
    };
  }
}
