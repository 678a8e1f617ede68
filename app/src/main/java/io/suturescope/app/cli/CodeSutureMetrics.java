package io.suturescope.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The numbers of `codesuture metrics` (codesuture.md 10), for the whole workspace.
///
/// @param incidents lines that CodeSuture itself would count: copies are in, lines with an unknown
///   severity or status are not
/// @param applied incidents with status patched
/// @param active lifecycle entries in patched, persisted or suggested
/// @param suggestions incidents with a fix text
record CodeSutureMetrics(
    long incidents,
    SortedMap<String, Long> severity,
    SortedMap<String, Long> guard,
    long replayed,
    long applied,
    long active,
    SortedMap<String, Long> lifecycle,
    long expiringSoon,
    long suggestions) {

  static final String INCIDENTS = "codesuture_incidents_total";

  CodeSutureMetrics {
    severity = new TreeMap<>(severity);
    guard = new TreeMap<>(guard);
    lifecycle = new TreeMap<>(lifecycle);
  }

  /// Value by name in CodeSuture's order, labels inside the name.
  ///
  /// @param label writes a label value
  SequencedMap<String, Long> samples(UnaryOperator<String> label) {
    SequencedMap<String, Long> samples = new LinkedHashMap<>();
    samples.put(INCIDENTS, incidents);
    parts(samples, INCIDENTS, "severity", severity, label);
    parts(samples, "codesuture_patches_total", "guard_type", guard, label);
    samples.put("codesuture_replay_success_total", replayed);
    samples.put("codesuture_patches_applied", applied);
    samples.put("codesuture_patches_active", active);
    parts(samples, "codesuture_lifecycle_total", "state", lifecycle, label);
    samples.put("codesuture_ttl_expiring_soon", expiringSoon);
    samples.put("codesuture_suggestions_generated", suggestions);
    // CodeSuture never verifies a suggestion, and says so.
    samples.put("codesuture_suggestions_verified", 0L);
    return samples;
  }

  private static void parts(
      Map<String, Long> samples,
      String name,
      String labelName,
      Map<String, Long> counts,
      UnaryOperator<String> label) {
    counts.forEach(
        (value, count) ->
            samples.put(name + "{" + labelName + "=\"" + label.apply(value) + "\"}", count));
  }
}
