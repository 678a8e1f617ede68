package io.suturescope.app.screens;

import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.store.SourceReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What an import came to, in a line.
final class ImportWords {

  private ImportWords() {}

  static String of(List<ImportOutcome> outcomes) {
    if (outcomes.size() > 3
        && outcomes.stream().allMatch(ImportOutcome.Imported.class::isInstance)) {
      long crashes =
          outcomes.stream()
              .mapToLong(o -> ((ImportOutcome.Imported) o).report().incidents().crashes())
              .sum();
      return Words.count(outcomes.size(), "project", "projects")
          + " imported, "
          + Words.count(crashes, "crash", "crashes");
    }
    return outcomes.stream().map(ImportWords::one).collect(Collectors.joining(". "));
  }

  private static String one(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Imported(Path named, SourceReport report, boolean widened) ->
          "Imported "
              + (widened ? "project " : "")
              + report.source().displayName()
              + (widened ? ", to which " + named.getFileName() + " belongs" : "")
              + ": "
              + Words.count(report.incidents().crashes(), "crash", "crashes")
              + printed(report)
              + found(report);
      case ImportOutcome.Refused(Path named, String reason) ->
          named.getFileName() + " was not imported: " + reason;
      case ImportOutcome.Cancelled(Path named) ->
          "The import of " + named.getFileName() + " was cancelled; nothing of it is left";
    };
  }

  private static String printed(SourceReport report) {
    return report.printedVerdicts() == 0
        ? ""
        : ", " + Words.count(report.printedVerdicts(), "printed verdict", "printed verdicts");
  }

  private static String found(SourceReport report) {
    long problems = report.problems().size() + report.problemsOmitted();
    String fresh =
        report.incidents().alreadyKnown() > 0
            ? ", " + report.incidents().fresh() + " of them new"
            : "";
    return problems == 0 ? fresh : fresh + ", " + Words.count(problems, "problem", "problems");
  }
}
