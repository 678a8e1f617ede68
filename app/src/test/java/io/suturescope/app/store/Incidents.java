package io.suturescope.app.store;

import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Incidents for tests: few values, so that queries meet many of them.
final class Incidents {

  static final Instant NOW = Instant.parse("2026-05-27T09:30:00Z");

  private Incidents() {}

  static Incident at(String time, String function, String message) {
    return new Incident(
        String.format(Locale.ROOT, "%012x", Math.abs((time + function + message).hashCode())),
        Optional.of(Instant.parse(time)),
        "aaaabbbbccccdddd",
        "KeyError",
        message,
        "shop.cart",
        function,
        10,
        "shop/cart.py",
        List.of("  File \"shop/cart.py\", line 10, in " + function + "\n    return x[1]\n"),
        Severity.MEDIUM,
        IncidentStatus.PATCHED,
        "key_guard",
        "x",
        "null",
        Optional.empty(),
        "LIKELY",
        "NORMAL",
        "3.12.1",
        "1.1.0",
        7,
        1,
        "MainThread",
        false,
        Map.of());
  }

  static Incident copyOf(Incident i, String time) {
    return new Incident(
        i.id().replaceFirst(".", "f"),
        Optional.of(Instant.parse(time)),
        i.fingerprint(),
        i.exceptionType(),
        i.exceptionMessage(),
        i.module(),
        i.function(),
        i.lineNumber(),
        i.filePath(),
        i.stackTrace(),
        i.severity(),
        i.status(),
        i.guardType(),
        i.targetVariable(),
        i.defaultValue(),
        i.suggestedFix(),
        i.fixConfidence(),
        i.reviewPriority(),
        i.pythonVersion(),
        i.codesutureVersion(),
        i.ttlDays(),
        i.hitCount(),
        i.threadName(),
        true,
        i.asRecorded());
  }

  /// `count` incidents over some ten days, some undated, some copies, some with odd text.
  static List<Incident> random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Incident> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(one(random, i));
    }
    return all;
  }

  private static <T> T of(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static Incident one(SplittableRandom random, int number) {
    String function = of(random, List.of("total", "Cart.total", "Größe", "<lambda>", "load_user"));
    String path = of(random, List.of("shop/cart.py", "/srv/API/main.py"));
    long minutes = random.nextInt(10 * 24 * 60);
    return new Incident(
        String.format(Locale.ROOT, "%012x", number + 1),
        random.nextInt(12) == 0
            ? Optional.empty()
            : Optional.of(
                NOW.minus(minutes, ChronoUnit.MINUTES).plus(random.nextInt(3), ChronoUnit.MICROS)),
        of(random, List.of("", "00aa", "11bb")),
        of(random, List.of("KeyError", "TypeError")),
        of(
            random,
            List.of("'user'", "object is not callable", "naïve \ud800 value", "list index out")),
        of(random, List.of("__main__", "shop.cart")),
        function,
        of(random, List.of(3, 4)),
        path,
        random.nextInt(5) == 0
            ? List.of()
            : List.of("  File \"" + path + "\", in " + function + "\n    return user.name\n"),
        of(random, List.of(Severity.values())),
        of(random, List.of(IncidentStatus.values())),
        of(random, List.of("key_guard", "null_guard")),
        "x",
        "null",
        Optional.empty(),
        "",
        "NORMAL",
        of(random, List.of("3.11.7", "3.12.1", "3.1", "")),
        "1.1.0",
        7,
        1,
        "",
        random.nextInt(10) == 0,
        Map.of());
  }
}
