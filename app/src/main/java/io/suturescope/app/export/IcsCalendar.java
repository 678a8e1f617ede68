package io.suturescope.app.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The ends of patches' time as an iCalendar (RFC 5545), for any calendar program.
public final class IcsCalendar {

  /// One end.
  ///
  /// @param patch id of the patch; with the source it names the event for ever, so that a later
  ///   export moves it instead of adding another
  /// @param source path of the source
  /// @param at a moment, shown by each calendar in its own zone; the file gives it in UTC, by the
  ///   second
  /// @param description plain text, may have lines; empty for none
  public record End(
      String patch,
      String source,
      String module,
      String function,
      String guard,
      Instant at,
      String description) {

    private String summary() {
      String guarded = guard.isEmpty() ? "" : " (" + guard + ")";
      return "TTL ends: " + module + " " + function + guarded;
    }
  }

  /// Octets of a line without its end (RFC 5545, 3.1).
  private static final int LINE = 75;

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();

  private IcsCalendar() {}

  /// The calendar, in the order given; ends outside the years 1 to 9999, which the format cannot
  /// write, are left out.
  ///
  /// @param now when the file is made
  public static String text(List<End> ends, Instant now) {
    IcsCalendar calendar = new IcsCalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Suturescope//TTL ends//EN");
    calendar.line("CALSCALE:GREGORIAN");
    ends.stream().filter(e -> isWritable(e.at())).forEach(e -> calendar.event(e, now));
    calendar.line("END:VCALENDAR");
    return calendar.out.toString();
  }

  private static boolean isWritable(Instant at) {
    return !at.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
        && at.isBefore(Instant.parse("9999-12-31T23:59:59Z"));
  }

  private void event(End end, Instant now) {
    line("BEGIN:VEVENT");
    line("UID:" + uid(end));
    line("DTSTAMP:" + UTC.format(now));
    line("DTSTART:" + UTC.format(end.at()));
    line("SUMMARY:" + escaped(end.summary()));
    if (!end.description().isEmpty()) {
      line("DESCRIPTION:" + escaped(end.description()));
    }
    // An end takes nobody's time.
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  /// A digest, since a path may be private and an identifier of any length is cut by some programs.
  private static String uid(End end) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(end.source().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] hash = digest.digest(end.patch().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16) + "@suturescope";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// As a TEXT value (RFC 5545, 3.3.11). Controls and lone surrogates, which it cannot hold, become
  /// U+FFFD; tabs stay.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
            case '\n', '\r' -> escaped.append("\\n");
            case '\t' -> escaped.append('\t');
            default -> escaped.appendCodePoint(isWritable(c) ? c : '\uFFFD');
          }
        });
    return escaped.toString();
  }

  private static boolean isWritable(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }

  /// Folds at whole characters: the break and the space of a continuation are not part of the line.
  private void line(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int size = utf8Length(c);
      if (octets + size > LINE) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(c);
      octets += size;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }

  private static int utf8Length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x1_0000 ? 3 : 4;
  }
}
