package io.suturescope.views.incidents;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.TimeLeft;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.triage.TriagePart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A row of the stream: the tree of fingerprints, functions and crashes, flattened.
public sealed interface IncidentRow {

  /// Steps to the right, from 0.
  int depth();

  /// Heads the functions that share a fingerprint; left out when there is only one.
  ///
  /// @param trend crashes per step of the shown time, oldest first
  /// @param merged somebody put them together, whatever their fingerprints
  record FingerprintRow(
      String fingerprint,
      Severity severity,
      String exception,
      String guard,
      int functions,
      long crashes,
      List<Long> trend,
      boolean expanded,
      boolean merged,
      TriagePart.Marks marks)
      implements IncidentRow {

    public FingerprintRow {
      trend = List.copyOf(trend);
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /// All crashes of one function with one fingerprint.
  ///
  /// @param key names the row across loads
  /// @param state effective state; empty when no patch is known
  /// @param recorded recorded state, said beside the effective one; may be empty
  record FunctionRow(
      String key,
      int depth,
      Severity severity,
      String function,
      String module,
      String exception,
      String guard,
      long crashes,
      List<Long> trend,
      Optional<Chip> state,
      String recorded,
      Verdict verdict,
      Optional<TimeLeft> ttl,
      boolean expanded,
      TriagePart.Marks marks)
      implements IncidentRow {

    public FunctionRow {
      trend = List.copyOf(trend);
    }
  }

  /// One crash as it was logged.
  ///
  /// @param place file and line of the crash
  /// @param status CodeSuture's word for what it did
  /// @param copies verification copies folded into it
  record CrashRow(
      String key,
      int depth,
      Severity severity,
      Optional<Instant> time,
      String message,
      String place,
      String status,
      int copies)
      implements IncidentRow {}

  /// Heads the crashes that were not patched.
  ///
  /// @param places how many rows stand below it
  /// @param crashes how often they crashed
  record UnpatchedHeadRow(int places, long crashes, boolean expanded) implements IncidentRow {

    @Override
    public int depth() {
      return 0;
    }
  }

  /// A function that crashed and was not patched, known from an event log only.
  ///
  /// @param why what CodeSuture says, such as "dry_run" or the error of the attempt
  record NotPatchedRow(
      String key,
      int depth,
      Optional<Instant> time,
      String function,
      String place,
      String exception,
      String why)
      implements IncidentRow {}

  /// Stands for rows below an expanded one that are being read.
  record LoadingRow(int depth) implements IncidentRow {}
}
