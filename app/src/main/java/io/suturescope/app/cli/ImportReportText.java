package io.suturescope.app.cli;

import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.store.SourceReport;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.redaction.Redaction;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What an import came to, for a person: what was found, then what needs attention.
final class ImportReportText {

  private static final int SHOWN_PROBLEMS = 20;
  private static final int SHOWN_WARNINGS = 10;

  private static final Predicate<ImportProblem> IS_DEFECT =
      problem -> problem.weight() == ImportProblem.Weight.DEFECT;

  private final Writer out;

  ImportReportText(Writer out) {
    this.out = out;
  }

  void write(ImportOutcome outcome) throws IOException {
    if (outcome instanceof ImportOutcome.Imported(Path named, var report, boolean widened)) {
      if (widened) {
        line(
            "Imported project %s because %s belongs to it."
                .formatted(Visible.line(report.source().path()), Visible.line(named.toString())));
      } else {
        line("Imported " + Visible.line(report.source().path()));
      }
      found(report);
      attention(report);
    }
  }

  private void found(SourceReport report) throws IOException {
    SourceReport.Incidents incidents = report.incidents();
    line(
        "  incidents     %s (%d new, %d already known)%s%s"
            .formatted(
                counted(incidents.crashes(), "crash", "crashes"),
                incidents.fresh(),
                incidents.alreadyKnown(),
                extra(incidents.verificationCopies(), "verification copy", "verification copies"),
                extra(incidents.repeats(), "repeated line", "repeated lines")));
    list("  severity      ", Ordered.bySeverity(report.severity()));
    list("  status        ", report.status());
    SourceReport.Patches patches = report.patches();
    if (patches.codeFiles() + patches.metadataFiles() > 0) {
      line(
          "  patches       %s, %s, %s"
              .formatted(
                  counted(patches.codeFiles(), "code file", "code files"),
                  counted(patches.originalCodeFiles(), "original", "originals"),
                  counted(patches.metadataFiles(), "metadata file", "metadata files")));
      list("  signature     ", Ordered.bySignature(report.signature()));
    }
    if (report.lifecycleEntries() > 0) {
      list("  lifecycle     ", report.lifecycleStates());
    }
    others(report);
    SourceReport.Files files = report.files();
    line("  files         %d read, %d unchanged".formatted(files.read(), files.unchanged()));
  }

  private void others(SourceReport report) throws IOException {
    List<String> others = new ArrayList<>();
    other(others, report.alerts(), "alert", "alerts");
    other(others, report.rewinds(), "rewind", "rewinds");
    other(others, report.fingerprints(), "fingerprint", "fingerprints");
    other(others, report.learnedRules(), "learned rule", "learned rules");
    other(others, report.eventLogLines(), "event log line", "event log lines");
    other(others, report.digests(), "digest", "digests");
    other(others, report.printedVerdicts(), "printed verdict", "printed verdicts");
    if (!others.isEmpty()) {
      line("  also          " + String.join(", ", others));
    }
  }

  private void attention(SourceReport report) throws IOException {
    long invalid = report.signature().getOrDefault("invalid", 0L);
    long problems = report.problems().size() + report.problemsOmitted();
    if (invalid > 0) {
      line(
          "  ! %s: CodeSuture will refuse to load %s."
              .formatted(
                  counted(invalid, "signature does not verify", "signatures do not verify"),
                  invalid == 1 ? "it" : "them"));
    }
    if (problems > 0) {
      line("  ! %s, not imported:".formatted(counted(problems, "problem", "problems")));
      problems(report.problems(), SHOWN_PROBLEMS, problems);
    }
    List<ImportProblem> defects = report.warnings().stream().filter(IS_DEFECT).toList();
    List<ImportProblem> odd = report.warnings().stream().filter(IS_DEFECT.negate()).toList();
    long warnings = odd.size() + report.warningsOmitted();
    if (warnings > 0) {
      line("  ? %s, imported all the same:".formatted(counted(warnings, "warning", "warnings")));
      problems(odd, SHOWN_WARNINGS, warnings);
    }
    if (!defects.isEmpty()) {
      line("  ? what CodeSuture itself could not do:");
      problems(defects, SHOWN_WARNINGS, defects.size());
    }
  }

  private void problems(List<ImportProblem> problems, int most, long total) throws IOException {
    for (ImportProblem problem : problems.subList(0, Math.min(most, problems.size()))) {
      String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
      line("    " + Visible.line(place) + ": " + Redaction.masked(Visible.line(problem.reason())));
    }
    if (total > most) {
      line("    and %d more; --json lists them".formatted(total - most));
    }
  }

  private void list(String title, Map<String, Long> counts) throws IOException {
    String list =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> Visible.line(count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining(", "));
    if (!list.isEmpty()) {
      line(title + list);
    }
  }

  private static void other(List<String> others, long count, String one, String many) {
    if (count > 0) {
      others.add(counted(count, one, many));
    }
  }

  private static String extra(long count, String one, String many) {
    return count == 0 ? "" : ", " + counted(count, one, many);
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
