package io.suturescope.app.digest;

import io.suturescope.app.export.Times;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.model.digest.CodeSutureDigest;
import io.suturescope.model.digest.CodeSutureLine;
import io.suturescope.model.digest.LogLine;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The lines that `codesuture digest` would read in one project at one moment, and the text that it
/// makes of them (codesuture.md 7). Always UTC.
public final class CodeSutureReport {

  private static final int WEEK = 7;
  private static final String TIMESTAMP = "timestamp";
  private static final long SECONDS = 86_400;
  private static final int MILLION = 1_000_000;
  private static final int TIME_AT = 11;
  private static final int LONGEST = 32;
  private static final int REMEMBERED = 10_000;
  private static final Set<String> FALSE = Set.of("null", "false", "0", "0.0", "[]", "{}");

  private final Optional<SourceRow> source;
  private final boolean weekly;
  private final LocalDate day;
  private final Instant now;
  private final Instant end;
  private final Map<String, String> defaults = new HashMap<>();
  private long lastDay = Long.MIN_VALUE;
  private String lastDate = "";

  /// @param source empty for a project in which nothing was found
  /// @param day of the daily report, or the end of the weekly one
  /// @param now the moment of the report: files up to its day are read, and a line without a time
  ///   gets it
  public CodeSutureReport(Optional<SourceRow> source, boolean weekly, LocalDate day, Instant now) {
    this.source = source;
    this.weekly = weekly;
    this.day = day;
    this.now = now;
    this.end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// As `--export` writes it; printed, it has one newline more.
  public void write(Reading reading, Appendable out) throws IOException {
    String title = weekly ? CodeSutureDigest.weeklyTitle(day) : CodeSutureDigest.dailyTitle(day);
    CodeSutureDigest.write(title, lines -> counted(reading, lines), out);
  }

  private void counted(Reading reading, Consumer<CodeSutureLine> lines) {
    eachLine(
        reading,
        end,
        line -> {
          if (counts(line)) {
            lines.accept(told(line));
          }
        });
  }

  /// Every line of the files that it reads, counted or not; those of `before` and later may be left
  /// out when the report does not count them.
  void eachLine(Reading reading, Instant before, Consumer<LogLine> lines) {
    Instant bound = weekly ? Instant.MAX : before.isAfter(end) ? before : end;
    source.ifPresent(s -> reading.forEachLogLine(s.id(), firstFile(), lastFile(), bound, lines));
  }

  /// The weekly report goes back seven times 24 hours and then takes the whole day.
  private LocalDate firstFile() {
    return weekly ? day.minusDays(WEEK) : day;
  }

  private LocalDate lastFile() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /// Times are compared as text, and in the daily report only with the end of the day; texts in the
  /// usual form stand in the order of their times.
  boolean counts(LogLine line) {
    if (!line.readByCodeSuture()) {
      return false;
    }
    if (weekly) {
      return true;
    }
    return line.asRecorded().containsKey(TIMESTAMP)
        ? timestamp(line).compareTo(day.plusDays(1) + "T00:00:00+00:00") < 0
        : line.time().orElse(now).isBefore(end);
  }

  private String timestamp(LogLine line) {
    String recorded = line.asRecorded().get(TIMESTAMP);
    return recorded == null ? text(line.time().orElse(now)) : RecordedValue.str(recorded);
  }

  /// As {@link Times#recorded}, for hundreds of thousands of lines of few days.
  private String text(Instant time) {
    long second = time.getEpochSecond();
    long epochDay = Math.floorDiv(second, SECONDS);
    if (epochDay != lastDay) {
      lastDay = epochDay;
      lastDate = Times.recorded(Instant.ofEpochSecond(epochDay * SECONDS)).substring(0, TIME_AT);
    }
    int rest = (int) Math.floorMod(second, SECONDS);
    StringBuilder text = new StringBuilder(LONGEST).append(lastDate);
    two(text, rest / 3_600).append(':');
    two(text, rest / 60 % 60).append(':');
    two(text, rest % 60);
    int micros = time.getNano() / 1_000;
    if (micros > 0) {
      text.append('.').append(String.valueOf(MILLION + micros), 1, 7);
    }
    return text.append("+00:00").toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private CodeSutureLine told(LogLine line) {
    Map<String, String> odd = line.asRecorded();
    return new CodeSutureLine(
        timestamp(line),
        line.severity() == Severity.UNKNOWN ? Severity.MEDIUM : line.severity(),
        (line.status() == IncidentStatus.UNKNOWN ? IncidentStatus.PATCHED : line.status()).word(),
        truthy(odd, "fingerprint", line.fingerprint()),
        text(odd, "exception_type", line.exceptionType()),
        text(odd, "function", line.function()),
        text(odd, "guard_type", line.guardType()),
        text(odd, "target_variable", line.targetVariable()),
        standIn(line.defaultValue()),
        truthy(odd, "suggested_fix", line.suggestedFix().orElse("")));
  }

  private static String text(Map<String, String> odd, String field, String usual) {
    String recorded = odd.get(field);
    return recorded == null ? usual : RecordedValue.str(recorded);
  }

  /// Empty where Python takes the value for false.
  private static String truthy(Map<String, String> odd, String field, String usual) {
    return FALSE.contains(odd.getOrDefault(field, "")) ? "" : text(odd, field, usual);
  }

  private String standIn(String json) {
    if (defaults.size() > REMEMBERED) {
      defaults.clear();
    }
    return defaults.computeIfAbsent(json, RecordedValue::repr);
  }
}
