package io.suturescope.views.verdicts;

import io.suturescope.model.diff.TextRow.Range;
import io.suturescope.views.controls.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The ledger of the chosen patch, ready to draw. Values of the program are masked.
///
/// @param caveats what the verdicts do not prove, as sentences
/// @param values what both sides returned, of the newest divergent verdict
/// @param entries oldest first
/// @param patched false when no patch fits the name
public record VerdictDetail(
    Verdict verdict,
    String function,
    String place,
    String sentence,
    String coverage,
    List<String> caveats,
    Optional<Values> values,
    List<Entry> entries,
    boolean patched) {

  public VerdictDetail {
    caveats = List.copyOf(caveats);
    entries = List.copyOf(entries);
  }

  /// @param originalMarks characters that differ; likewise `patchedMarks`
  public record Values(
      String original, List<Range> originalMarks, String patched, List<Range> patchedMarks) {}

  /// @param place file and line
  /// @param note what has to be said of this one; may be empty
  public record Entry(
      Verdict verdict,
      String sentence,
      long count,
      Optional<Instant> time,
      String source,
      String place,
      String note) {}
}
