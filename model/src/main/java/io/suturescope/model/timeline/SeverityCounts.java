package io.suturescope.model.timeline;

import io.suturescope.model.incident.Severity;

/// Crashes by logged severity.
public record SeverityCounts(long critical, long high, long medium, long low, long unknown) {

  public static final SeverityCounts NONE = new SeverityCounts(0, 0, 0, 0, 0);

  public long total() {
    return critical + high + medium + low + unknown;
  }

  public long of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> critical;
      case HIGH -> high;
      case MEDIUM -> medium;
      case LOW -> low;
      case UNKNOWN -> unknown;
    };
  }

  public SeverityCounts plus(SeverityCounts other) {
    return new SeverityCounts(
        critical + other.critical,
        high + other.high,
        medium + other.medium,
        low + other.low,
        unknown + other.unknown);
  }

  public SeverityCounts plus(Severity severity, long count) {
    return switch (severity) {
      case CRITICAL -> new SeverityCounts(critical + count, high, medium, low, unknown);
      case HIGH -> new SeverityCounts(critical, high + count, medium, low, unknown);
      case MEDIUM -> new SeverityCounts(critical, high, medium + count, low, unknown);
      case LOW -> new SeverityCounts(critical, high, medium, low + count, unknown);
      case UNKNOWN -> new SeverityCounts(critical, high, medium, low, unknown + count);
    };
  }
}
