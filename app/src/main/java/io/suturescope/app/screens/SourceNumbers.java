package io.suturescope.app.screens;

import io.suturescope.app.store.SourceReport;
import io.suturescope.views.controls.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The numbers of a source, in the words of the glossary.
final class SourceNumbers {
  private SourceNumbers() {}

  static List<Fact> of(SourceReport report) {
    List<Fact> facts = new ArrayList<>();
    SourceReport.Incidents incidents = report.incidents();
    fact(facts, "Crashes", incidents.crashes());
    fact(facts, "Verification copies folded", incidents.verificationCopies());
    fact(facts, "Log lines", report.lines().total());
    fact(facts, "Lines not read", report.lines().problems());
    fact(facts, "Patches", report.patches().codeFiles());
    report
        .signature()
        .forEach((word, count) -> fact(facts, "Signature " + word.replace('_', ' '), count));
    fact(facts, "Lifecycle entries", report.lifecycleEntries());
    fact(facts, "Alerts", report.alerts());
    fact(facts, "Rewinds", report.rewinds());
    fact(facts, "Fingerprints", report.fingerprints());
    fact(facts, "Learned rules", report.learnedRules());
    fact(facts, "Event log lines", report.eventLogLines());
    fact(facts, "Digests", report.digests());
    fact(facts, "Printed verdicts", report.printedVerdicts());
    report.python().forEach((version, count) -> fact(facts, "Lines from Python " + version, count));
    return facts;
  }

  private static void fact(List<Fact> facts, String name, long number) {
    if (number > 0) {
      facts.add(new Fact(name, String.format(Locale.ROOT, "%,d", number), false));
    }
  }
}
