package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.store.SourceReport;
import io.suturescope.model.origin.ImportProblem;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// `import --json` (cli.md), keys in the order shown there.
final class ImportReportJson {

  private final JsonGenerator json;

  private ImportReportJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(Path workspace, long tookMillis, List<ImportOutcome> outcomes, Writer out)
      throws IOException {
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      json.writeStringProperty("workspace", workspace.toString());
      json.writeNumberProperty("took_ms", tookMillis);
      ImportReportJson report = new ImportReportJson(json);
      report.sources(outcomes);
      report.refused(outcomes);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private void sources(List<ImportOutcome> outcomes) {
    json.writeArrayPropertyStart("sources");
    for (ImportOutcome outcome : outcomes) {
      if (outcome instanceof ImportOutcome.Imported(Path named, var report, boolean widened)) {
        json.writeStartObject();
        source(report);
        if (widened) {
          json.writeStringProperty("widened_from", named.toString());
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /// Only when there is something to say: cli.md shows the object without.
  private void refused(List<ImportOutcome> outcomes) {
    List<ImportOutcome.Refused> refused =
        outcomes.stream()
            .filter(ImportOutcome.Refused.class::isInstance)
            .map(ImportOutcome.Refused.class::cast)
            .toList();
    if (refused.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("refused");
    for (ImportOutcome.Refused outcome : refused) {
      json.writeStartObject();
      json.writeStringProperty("path", outcome.named().toString());
      json.writeStringProperty("reason", outcome.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void source(SourceReport report) {
    json.writeStringProperty("path", report.source().path());
    json.writeStringProperty("system", report.source().system());
    SourceReport.Files files = report.files();
    json.writeObjectPropertyStart("files");
    json.writeNumberProperty("read", files.read());
    json.writeNumberProperty("unchanged", files.unchanged());
    json.writeNumberProperty("unknown", files.unknown());
    json.writeNumberProperty("refused", files.refused());
    json.writeEndObject();
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("total", report.lines().total());
    json.writeNumberProperty("accepted", report.lines().accepted());
    json.writeNumberProperty("blank", report.lines().blank());
    json.writeNumberProperty("problems", report.lines().problems());
    json.writeEndObject();
    incidents(report.incidents());
    counts("severity", Ordered.bySeverity(report.severity()));
    counts("status", report.status());
    counts("guard", report.guard());
    counts("python", report.python());
    patches(report);
    json.writeNumberProperty("alerts", report.alerts());
    json.writeNumberProperty("rewinds", report.rewinds());
    json.writeNumberProperty("fingerprints", report.fingerprints());
    json.writeNumberProperty("learned_rules", report.learnedRules());
    json.writeNumberProperty("event_log_lines", report.eventLogLines());
    json.writeNumberProperty("digests", report.digests());
    json.writeNumberProperty("printed_verdicts", report.printedVerdicts());
    problems("problems", report.problems(), report.problemsOmitted());
    problems("warnings", report.warnings(), report.warningsOmitted());
  }

  private void incidents(SourceReport.Incidents incidents) {
    json.writeObjectPropertyStart("incidents");
    json.writeNumberProperty("lines", incidents.lines());
    json.writeNumberProperty("crashes", incidents.crashes());
    json.writeNumberProperty("verification_copies", incidents.verificationCopies());
    json.writeNumberProperty("new", incidents.fresh());
    json.writeNumberProperty("already_known", incidents.alreadyKnown());
    if (incidents.repeats() > 0) {
      json.writeNumberProperty("repeats", incidents.repeats());
    }
    json.writeEndObject();
  }

  private void patches(SourceReport report) {
    json.writeObjectPropertyStart("patches");
    json.writeNumberProperty("code_files", report.patches().codeFiles());
    json.writeNumberProperty("original_code_files", report.patches().originalCodeFiles());
    json.writeNumberProperty("metadata_files", report.patches().metadataFiles());
    json.writeEndObject();
    counts("signature", Ordered.bySignature(report.signature()));
    json.writeObjectPropertyStart("lifecycle");
    json.writeNumberProperty("entries", report.lifecycleEntries());
    counts("state", report.lifecycleStates());
    json.writeEndObject();
  }

  private void counts(String name, Map<String, Long> counts) {
    json.writeObjectPropertyStart(name);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private void problems(String name, List<ImportProblem> problems, long omitted) {
    json.writeArrayPropertyStart(name);
    for (ImportProblem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("file", problem.file());
      if (problem.line() > 0) {
        json.writeNumberProperty("line", problem.line());
      } else {
        json.writeNullProperty("line");
      }
      json.writeStringProperty("reason", problem.reason());
      json.writeStringProperty("excerpt", problem.excerpt());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (omitted > 0) {
      json.writeNumberProperty(name + "_omitted", omitted);
    }
  }
}
