package io.suturescope.app.store;

import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import java.util.List;
import java.util.Map;

/// What a source holds as it now stands in the workspace (cli.md, `import --json`): importing it
/// again without a change gives the same numbers, but for `fresh` and the files read.
///
/// @param severity recorded word to accepted lines, before copies are folded; `status`, `guard` and
///   `python` likewise
/// @param signature word of SignatureState to patches, every state present
/// @param printedVerdicts in the text of `codesuture run`, each run counted; comparisons that
///   printed none left out
/// @param problems at most {@link #PROBLEM_LIMIT}, in file order
/// @param problemsOmitted how many more there are
/// @param warnings at most {@link #PROBLEM_LIMIT}
public record SourceReport(
    SourceIdentity source,
    long sourceId,
    Files files,
    LineCounts lines,
    Incidents incidents,
    Map<String, Long> severity,
    Map<String, Long> status,
    Map<String, Long> guard,
    Map<String, Long> python,
    Patches patches,
    Map<String, Long> signature,
    long lifecycleEntries,
    Map<String, Long> lifecycleStates,
    long alerts,
    long rewinds,
    long fingerprints,
    long learnedRules,
    long eventLogLines,
    long digests,
    long printedVerdicts,
    List<ImportProblem> problems,
    long problemsOmitted,
    List<ImportProblem> warnings,
    long warningsOmitted) {

  public static final int PROBLEM_LIMIT = 1_000;

  public SourceReport {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /// Files of this import: read, found unchanged, unknown to the importer, refused by it.
  public record Files(long read, long unchanged, long unknown, long refused) {}

  /// `lines` are accepted lines; `crashes = lines - verificationCopies - repeats`; `crashes = fresh
  /// + alreadyKnown`.
  ///
  /// @param repeats lines equal, byte for byte, to an earlier line of this source
  /// @param fresh crashes that this import added to the workspace (`new` in JSON)
  public record Incidents(
      long lines,
      long crashes,
      long verificationCopies,
      long repeats,
      long fresh,
      long alreadyKnown) {}

  public record Patches(long codeFiles, long originalCodeFiles, long metadataFiles) {}
}
