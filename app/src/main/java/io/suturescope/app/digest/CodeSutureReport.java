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
  private static final int REMEMBERED = 10_000;
  private static final Set<String> FALSE = Set.of("null", "false", "0", "0.0", "[]", "{}");

  private final Optional<SourceRow> source;
  private final boolean weekly;
  private final LocalDate day;
  private final Instant now;
  private final Map<String, String> defaults = new HashMap<>();

  /// @param source empty for a project in which nothing was found
  /// @param day of the daily report, or the end of the weekly one
  /// @param now the moment of the report: files up to its day are read, and a line without a time
  ///   gets it
  public CodeSutureReport(Optional<SourceRow> source, boolean weekly, LocalDate day, Instant now) {
    this.source = source;
    this.weekly = weekly;
    this.day = day;
    this.now = now;
  }

  /// As `--export` writes it; printed, it has one newline more.
  public void write(Reading reading, Appendable out) throws IOException {
    String title = weekly ? CodeSutureDigest.weeklyTitle(day) : CodeSutureDigest.dailyTitle(day);
    CodeSutureDigest.write(title, lines -> counted(reading, lines), out);
  }

  private void counted(Reading reading, Consumer<CodeSutureLine> lines) {
    eachLine(
        reading,
        line -> {
          if (counts(line)) {
            lines.accept(told(line));
          }
        });
  }

  /// Every line of the files that it reads, counted or not.
  void eachLine(Reading reading, Consumer<LogLine> lines) {
    source.ifPresent(s -> reading.forEachLogLine(s.id(), firstFile(), lastFile(), lines));
  }

  /// The weekly report goes back seven times 24 hours and then takes the whole day.
  private LocalDate firstFile() {
    return weekly ? day.minusDays(WEEK) : day;
  }

  private LocalDate lastFile() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /// Times are compared as text, and in the daily report only with the end of the day.
  boolean counts(LogLine line) {
    return line.readByCodeSuture()
        && (weekly || timestamp(line).compareTo(day.plusDays(1) + "T00:00:00+00:00") < 0);
  }

  private String timestamp(LogLine line) {
    String recorded = line.asRecorded().get("timestamp");
    return recorded == null ? Times.recorded(line.time().orElse(now)) : RecordedValue.str(recorded);
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
