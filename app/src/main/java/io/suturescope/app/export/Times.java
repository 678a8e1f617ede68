package io.suturescope.app.export;

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
}
