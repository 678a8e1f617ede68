package io.suturescope.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/// The three forms of `metrics` (cli.md).
final class MetricsText {

  private MetricsText() {}

  /// As `codesuture metrics` prints it, its final empty line included. Label values are escaped,
  /// which CodeSuture forgets: one quote in a guard name would make the text unreadable.
  static void prometheus(CodeSutureMetrics metrics, Writer out) throws IOException {
    out.write("# HELP codesuture_incidents_total Total incidents recorded\n");
    out.write("# TYPE codesuture_incidents_total counter\n");
    for (Map.Entry<String, Long> sample :
        new TreeMap<>(metrics.samples(MetricsText::label)).entrySet()) {
      out.write(sample.getKey() + " " + sample.getValue() + "\n");
    }
    out.write("\n");
  }

  /// As `codesuture metrics --json` prints it.
  static void json(CodeSutureMetrics metrics, Writer out) throws IOException {
    try (JsonGenerator json = JsonOut.indented(out)) {
      json.writeStartObject();
      metrics.samples(UnaryOperator.identity()).forEach(json::writeNumberProperty);
      json.writeEndObject();
    }
    out.write("\n");
  }

  /// OpenMetrics 1.0: a family for each name, parts without a total that would count them twice.
  static void openMetrics(CodeSutureMetrics metrics, Writer out) throws IOException {
    Map<String, Long> severity = new TreeMap<>(metrics.severity());
    for (String word : new String[] {"CRITICAL", "HIGH", "MEDIUM", "LOW"}) {
      severity.putIfAbsent(word, 0L);
    }
    family(out, "codesuture_incidents", "counter", "Incident lines by logged severity.");
    parts(out, "codesuture_incidents_total", "severity", severity);
    family(out, "codesuture_patches", "counter", "Incident lines by guard type.");
    parts(out, "codesuture_patches_total", "guard_type", metrics.guard());
    family(out, "codesuture_replay_success", "counter", "Incident lines with status replayed.");
    out.write("codesuture_replay_success_total " + metrics.replayed() + "\n");
    gauge(out, "codesuture_patches_applied", "Incidents with status patched.", metrics.applied());
    gauge(
        out,
        "codesuture_patches_active",
        "Lifecycle entries in patched, persisted or suggested.",
        metrics.active());
    family(out, "codesuture_lifecycle", "gauge", "Lifecycle entries by recorded state.");
    parts(out, "codesuture_lifecycle", "state", metrics.lifecycle());
    gauge(
        out,
        "codesuture_ttl_expiring_soon",
        "Open lifecycle entries with at most a day left, expired ones included.",
        metrics.expiringSoon());
    gauge(
        out,
        "codesuture_suggestions_generated",
        "Incidents with a suggested fix.",
        metrics.suggestions());
    gauge(out, "codesuture_suggestions_verified", "Always 0 in CodeSuture 1.1.0.", 0);
    out.write("# EOF\n");
  }

  private static void gauge(Writer out, String name, String help, long value) throws IOException {
    family(out, name, "gauge", help);
    out.write(name + " " + value + "\n");
  }

  private static void family(Writer out, String name, String type, String help)
      throws IOException {
    out.write("# TYPE " + name + " " + type + "\n");
    out.write("# HELP " + name + " " + help + "\n");
  }

  private static void parts(Writer out, String name, String label, Map<String, Long> counts)
      throws IOException {
    for (Map.Entry<String, Long> part : counts.entrySet()) {
      out.write(name + "{" + label + "=\"" + label(part.getKey()) + "\"} " + part.getValue());
      out.write("\n");
    }
  }

  /// Backslash, quote and line feed, as both text formats ask for; other control characters are
  /// made visible first.
  private static String label(String value) {
    return Visible.lines(value)
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n");
  }
}
