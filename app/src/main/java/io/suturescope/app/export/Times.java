package io.suturescope.app.export;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as text.
public final class Times {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Times() {}

  /// As CodeSuture writes them (codesuture.md 1), which is RFC 3339 as well.
  public static String recorded(Instant time) {
    OffsetDateTime micros = time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    DateTimeFormatter format = micros.getNano() == 0 ? SECONDS : MICROS;
    return format.format(micros) + "+00:00";
  }

  /// For a person, in the zone asked for.
  public static String readable(Instant time, ZoneId zone) {
    return READABLE.format(time.atZone(zone));
  }

  /// UTC by its usual name, whichever way the zone was made.
  public static String name(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /// How long something lasted, in its two largest units: "3 d 4 h", "12 min", "at once".
  public static String dwell(Duration time) {
    if (time.toSeconds() < 1) {
      return "at once";
    }
    if (time.toMinutes() < 1) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    if (time.toDays() < 1) {
      return time.toHours() + " h" + rest(time.toMinutesPart(), " min");
    }
    return time.toDays() + " d" + rest(time.toHoursPart(), " h");
  }

  private static String rest(int number, String unit) {
    return number == 0 ? "" : " " + number + unit;
  }
}
