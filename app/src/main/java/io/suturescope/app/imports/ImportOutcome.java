package io.suturescope.app.imports;

import io.suturescope.app.store.SourceReport;
import java.nio.file.Path;

/// What became of one thing that was named.
public sealed interface ImportOutcome {

  /// The path as it was named. Several projects in one folder or archive have one outcome each.
  Path named();

  /// @param widened true when a piece of a project was named and the whole project was imported;
  ///   the report's source says which
  record Imported(Path named, SourceReport report, boolean widened) implements ImportOutcome {}

  /// @param reason one plain sentence without a final stop: it cannot be read, or nothing in it is
  ///   known
  record Refused(Path named, String reason) implements ImportOutcome {}

  /// Not imported, or not to the end: what came of it is hidden and removed.
  record Cancelled(Path named) implements ImportOutcome {}
}
