package io.suturescope.app.cli;

import io.suturescope.app.cli.MetricsText.Sample;
import io.suturescope.app.store.Metrics;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `metrics --format openmetrics` (OpenMetrics 1.0): every family has its type and help, counters
/// end in `_total`, and no sample is the sum of others, so that a sum counts nothing twice.
final class OpenMetricsText {

  /// @param key name in CodeSuture's metrics
  /// @param name of the family
  private record Family(String key, String name, String type, String help) {
    String sampleName() {
      return type.equals("counter") ? name + "_total" : name;
    }
  }

  private static final List<Family> FAMILIES =
      List.of(
          new Family(
              "codesuture_incidents_total",
              "codesuture_incidents",
              "counter",
              "Lines of incident logs by logged severity, verification copies included."),
          new Family(
              "codesuture_patches_total",
              "codesuture_patches",
              "counter",
              "Lines of incident logs by guard type, verification copies included."),
          new Family(
              "codesuture_replay_success_total",
              "codesuture_replay_success",
              "counter",
              "Lines of incident logs with status replayed."),
          gauge("codesuture_patches_applied", "Lines of incident logs with status patched."),
          gauge(
              "codesuture_patches_active", "Lifecycle entries in patched, persisted or suggested."),
          new Family(
              "codesuture_lifecycle_total",
              "codesuture_lifecycle",
              "gauge",
              "Lifecycle entries by recorded state."),
          gauge(
              "codesuture_ttl_expiring_soon",
              "Open lifecycle entries with at most one day left, expired ones included."),
          gauge("codesuture_suggestions_generated", "Lines of incident logs with a suggested fix."),
          gauge("codesuture_suggestions_verified", "Always 0 in CodeSuture 1.1.0."));

  private OpenMetricsText() {}

  private static Family gauge(String name, String help) {
    return new Family(name, name, "gauge", help);
  }

  static void write(Metrics metrics, Writer out) throws IOException {
    for (Family family : FAMILIES) {
      out.write("# TYPE " + family.name() + " " + family.type() + "\n");
      out.write("# HELP " + family.name() + " " + family.help() + "\n");
      for (Map.Entry<Sample, Long> part : parts(metrics, family).entrySet()) {
        out.write(part.getKey().text() + " " + part.getValue() + "\n");
      }
    }
    out.write("# EOF\n");
  }

  /// The labelled samples where there are any, else the bare one unless it is a sum of none.
  private static Map<Sample, Long> parts(Metrics metrics, Family family) {
    Map<Sample, Long> labelled =
        new TreeMap<>((left, right) -> left.value().compareTo(right.value()));
    metrics
        .values()
        .forEach((key, count) -> {
          Sample sample = Sample.of(key);
          if (sample.name().equals(family.key()) && !sample.label().isEmpty()) {
            labelled.put(new Sample(family.sampleName(), sample.label(), sample.value()), count);
          }
        });
    Long bare = metrics.values().get(family.key());
    if (!labelled.isEmpty() || bare == null || family.key().equals(FAMILIES.getFirst().key())) {
      return labelled;
    }
    return Map.of(new Sample(family.sampleName(), "", ""), bare);
  }
}
