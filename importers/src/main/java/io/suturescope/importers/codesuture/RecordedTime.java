package io.suturescope.importers.codesuture;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads the times that Python's `isoformat` writes (codesuture.md 1); a time without an offset is
/// UTC.
final class RecordedTime {

  private static final int LONG_FORM = 32;
  private static final int SHORT_FORM = 25;
  private static final long SECONDS_OF_DAY = 86_400;

  /// Outside of these years a time is kept, but is worth a warning.
  private static final Instant PLAUSIBLE_FROM = Instant.parse("2015-01-01T00:00:00Z");

  private static final Instant PLAUSIBLE_TO = Instant.parse("2100-01-01T00:00:00Z");

  private RecordedTime() {}

  /// The form that CodeSuture writes, without any intermediate text; empty for any other form.
  static Optional<Instant> fast(byte[] text, int at, int length) {
    if (length != LONG_FORM && length != SHORT_FORM) {
      return Optional.empty();
    }
    int year = digits(text, at, 4);
    int month = digits(text, at + 5, 2);
    int day = digits(text, at + 8, 2);
    int hour = digits(text, at + 11, 2);
    int minute = digits(text, at + 14, 2);
    int second = digits(text, at + 17, 2);
    int micros = length == LONG_FORM ? digits(text, at + 20, 6) : 0;
    int zone = at + length - 6;
    boolean shape =
        text[at + 4] == '-'
            && text[at + 7] == '-'
            && text[at + 10] == 'T'
            && text[at + 13] == ':'
            && text[at + 16] == ':'
            && (length == SHORT_FORM || text[at + 19] == '.')
            && text[zone] == '+'
            && text[zone + 1] == '0'
            && text[zone + 2] == '0'
            && text[zone + 3] == ':'
            && text[zone + 4] == '0'
            && text[zone + 5] == '0';
    // A bad digit is negative and stays negative under |.
    if (!shape || (year | month | day | hour | minute | second | micros) < 0) {
      return Optional.empty();
    }
    boolean range =
        year >= 1
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= Month.of(month).length(Year.isLeap(year))
            && hour < 24
            && minute < 60
            && second < 60;
    if (!range) {
      return Optional.empty();
    }
    long seconds =
        daysSince1970(year, month, day) * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second;
    return Optional.of(Instant.ofEpochSecond(seconds, micros * 1000L));
  }

  private static int digits(byte[] text, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// Days in the proleptic Gregorian calendar, counted in years that begin in March.
  private static long daysSince1970(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(y, 400);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  /// Any ISO form that Python's `fromisoformat` reads and that people write.
  static Optional<Instant> parse(String text) {
    String normal =
        text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      if (normal.length() == 10) {
        return Optional.of(LocalDate.parse(normal).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      int zone = Math.max(normal.lastIndexOf('+'), normal.lastIndexOf('-'));
      if (zone > 10 || normal.endsWith("Z")) {
        return Optional.of(OffsetDateTime.parse(normal).toInstant());
      }
      return Optional.of(LocalDateTime.parse(normal).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /// True when the text has the form in which CodeSuture writes times.
  static boolean isUsualForm(String text) {
    return (text.length() == LONG_FORM || text.length() == SHORT_FORM) && text.endsWith("+00:00");
  }

  /// True when a time that parses stands exactly as CodeSuture writes it.
  static boolean isAsWritten(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return fast(bytes, 0, bytes.length).isPresent();
  }

  static boolean isPlausible(Instant time) {
    return !time.isBefore(PLAUSIBLE_FROM) && time.isBefore(PLAUSIBLE_TO);
  }
}
