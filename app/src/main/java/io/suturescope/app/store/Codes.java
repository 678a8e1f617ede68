package io.suturescope.app.store;

import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.ImportProblem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers in the database for values of the model. They are part of the file format: new ones are
/// added, none is changed.
final class Codes {

  static final List<Severity> SEVERITIES =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.UNKNOWN);
  static final List<IncidentStatus> STATUSES =
      List.of(
          IncidentStatus.PATCHED,
          IncidentStatus.REPLAYED,
          IncidentStatus.REWOUND,
          IncidentStatus.FALLBACK,
          IncidentStatus.SKIPPED,
          IncidentStatus.PERSISTED,
          IncidentStatus.EXPIRED,
          IncidentStatus.FIXED,
          IncidentStatus.UNKNOWN);

  static final List<ImportProblem.Weight> WEIGHTS =
      List.of(
          ImportProblem.Weight.PROBLEM, ImportProblem.Weight.WARNING, ImportProblem.Weight.DEFECT);

  static final long HOUR = 3_600_000_000L;
  static final long DAY = 24 * HOUR;

  private Codes() {}

  static int of(ImportProblem.Weight weight) {
    return WEIGHTS.indexOf(weight);
  }

  static int of(Severity severity) {
    return SEVERITIES.indexOf(severity);
  }

  static int of(IncidentStatus status) {
    return STATUSES.indexOf(status);
  }

  private static final long FARTHEST_SECOND = 9_000_000_000_000L;

  /// Microseconds since 1970; finer fractions are cut, and so is what lies 285,000 years away.
  static long micros(Instant instant) {
    long second = Math.clamp(instant.getEpochSecond(), -FARTHEST_SECOND, FARTHEST_SECOND);
    return second * 1_000_000 + instant.getNano() / 1_000;
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static @Nullable Long nullable(Optional<Instant> instant) {
    return instant.map(Codes::micros).orElse(null);
  }

  /// CodeSuture's ids are twelve hexadecimal digits: as a number they take half the room. Anything
  /// else stays text.
  static Object incidentId(String id) {
    if (id.length() != 12) {
      return Words.storable(id);
    }
    for (int i = 0; i < 12; i++) {
      char c = id.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return Words.storable(id);
      }
    }
    return Long.parseLong(id, 16);
  }

  static String incidentId(Object stored) {
    if (stored instanceof Number number) {
      String hex = Long.toHexString(number.longValue());
      return "0".repeat(Math.max(0, 12 - hex.length())) + hex;
    }
    return Words.restored(String.valueOf(stored));
  }
}
