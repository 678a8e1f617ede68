package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.app.store.Metrics;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/// `metrics` as `codesuture metrics` prints it (codesuture.md 10).
final class MetricsText {

  private static final List<String> ORDER =
      List.of(
          "codesuture_incidents_total",
          "codesuture_patches_total",
          "codesuture_replay_success_total",
          "codesuture_patches_applied",
          "codesuture_patches_active",
          "codesuture_lifecycle_total",
          "codesuture_ttl_expiring_soon",
          "codesuture_suggestions_generated",
          "codesuture_suggestions_verified");

  private MetricsText() {}

  /// Sorted by key, the final empty line included. Label values are escaped, which CodeSuture
  /// forgets: one quote in a guard name would make the whole text unreadable.
  static void prometheus(Metrics metrics, Writer out) throws IOException {
    out.write("# HELP codesuture_incidents_total Total incidents recorded\n");
    out.write("# TYPE codesuture_incidents_total counter\n");
    for (Map.Entry<String, Long> sample : new TreeMap<>(metrics.values()).entrySet()) {
      out.write(Sample.of(sample.getKey()).text() + " " + sample.getValue() + "\n");
    }
    out.write("\n");
  }

  /// The same keys, labels inside, families in CodeSuture's order.
  static void json(Metrics metrics, Writer out) throws IOException {
    try (JsonGenerator json = JsonOut.indented(out)) {
      json.writeStartObject();
      for (String name : ORDER) {
        metrics
            .values()
            .forEach((key, value) -> {
              if (Sample.of(key).name().equals(name)) {
                json.writeNumberProperty(key, value);
              }
            });
      }
      json.writeEndObject();
    }
    out.write("\n");
  }

  /// A name with at most one label.
  ///
  /// @param label name of the label; empty for none
  /// @param value as recorded
  record Sample(String name, String label, String value) {

    static Sample of(String key) {
      int brace = key.indexOf('{');
      int equals = key.indexOf("=\"", brace + 1);
      if (brace < 0 || equals < 0 || !key.endsWith("\"}")) {
        return new Sample(key, "", "");
      }
      return new Sample(
          key.substring(0, brace),
          key.substring(brace + 1, equals),
          key.substring(equals + 2, key.length() - 2));
    }

    /// As both text formats ask for.
    String text() {
      return label.isEmpty() ? name : name + "{" + label + "=\"" + escaped() + "\"}";
    }

    private String escaped() {
      return Visible.lines(value.replace("\\", "\\\\")).replace("\"", "\\\"").replace("\n", "\\n");
    }
  }
}
