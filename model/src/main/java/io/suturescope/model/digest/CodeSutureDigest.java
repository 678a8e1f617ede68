package io.suturescope.model.digest;

import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The report of `codesuture digest`, byte for byte (codesuture.md 7): nothing is escaped, copies
/// count, and functions of one name are one function, because it is so there.
public final class CodeSutureDigest {

  private static final int DATE_AND_TIME = 19;
  private static final int TIME_AT = 11;

  /// A table up to this length is kept while counting; a longer one is read again.
  private static final int MOST_KEPT = 32 << 20;

  private static final String FIX_START = "- **Suggested fix:**\n  ```python\n  ";

  private final Appendable out;
  private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
  private final Set<String> fingerprints = new HashSet<>();
  private final Map<String, Integer> functions = new LinkedHashMap<>();
  private final Map<String, Urgent> urgent = new LinkedHashMap<>();
  private int lines;
  private int replayed;
  private final StringBuilder rows = new StringBuilder();

  private CodeSutureDigest(Appendable out) {
    this.out = out;
  }

  /// The lines of a report, in file order; asked for twice where they are too many to be kept.
  @FunctionalInterface
  public interface Lines {
    void each(Consumer<CodeSutureLine> line);
  }

  private static final class Urgent {
    private final CodeSutureLine first;
    private int count;

    Urgent(CodeSutureLine first) {
      this.first = first;
    }
  }

  public static String dailyTitle(LocalDate day) {
    return "Daily Incident Report — " + day;
  }

  /// With Python's `%Y-W%W`: weeks begin on Monday, days before the first Monday are week 0.
  public static String weeklyTitle(LocalDate day) {
    int week = (day.getDayOfYear() - 1 + 7 - (day.getDayOfWeek().getValue() - 1)) / 7;
    return String.format(Locale.ROOT, "Weekly Incident Report — %04d-W%02d", day.getYear(), week);
  }

  /// Writes the text as `--export` writes it; printed, it has one newline more.
  public static void write(String title, Lines lines, Appendable out) throws IOException {
    CodeSutureDigest digest = new CodeSutureDigest(out);
    out.append("# CodeSuture ").append(title).append("\n\n");
    try {
      lines.each(digest::count);
      if (digest.lines == 0) {
        out.append("No incidents recorded during this period.\n");
        return;
      }
      digest.summary();
      digest.urgentOnes();
      digest.table(lines);
      digest.actions();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void count(CodeSutureLine line) {
    lines++;
    if (rows.length() <= MOST_KEPT) {
      try {
        row(line, rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    severities.merge(line.severity(), 1, Integer::sum);
    if (!line.fingerprint().isEmpty()) {
      fingerprints.add(line.fingerprint());
    }
    functions.merge(line.function(), 1, Integer::sum);
    if (line.status().equals("replayed")) {
      replayed++;
    }
    if (line.severity() == Severity.CRITICAL || line.severity() == Severity.HIGH) {
      urgent.computeIfAbsent(line.function(), f -> new Urgent(line)).count++;
    }
  }

  private int of(Severity severity) {
    return severities.getOrDefault(severity, 0);
  }

  private void summary() throws IOException {
    out.append("## Summary\n- **Total incidents:** " + lines + "\n- ");
    out.append("**CRITICAL:** " + of(Severity.CRITICAL) + " | **HIGH:** " + of(Severity.HIGH));
    out.append(" | **MEDIUM:** " + of(Severity.MEDIUM) + " | **LOW:** " + of(Severity.LOW));
    out.append("\n- **Unique crash patterns:** " + fingerprints.size());
    out.append("\n- **Functions patched:** " + functions.size() + "\n");
    if (replayed > 0) {
      out.append("- **HTTP transactions replayed:** " + replayed + "\n");
    }
    out.append('\n');
  }

  private void urgentOnes() throws IOException {
    if (urgent.isEmpty()) {
      return;
    }
    out.append("## CRITICAL & HIGH Priority\n\n");
    for (Urgent group : urgent.values()) {
      CodeSutureLine line = group.first;
      String sign = line.severity() == Severity.CRITICAL ? "🔴" : "🟡";
      out.append("### " + sign + " " + line.severity() + ": " + line.exceptionType() + " in ");
      out.append(line.function() + "() (×" + group.count + ")\n- **Guard:** " + line.guardType());
      out.append(" on `" + line.target() + "` → default `" + line.defaultValue() + "`\n");
      if (!line.suggestedFix().isEmpty()) {
        out.append(FIX_START).append(line.suggestedFix()).append("\n  ```\n");
      }
      out.append("- **Review:** `codesuture explain " + line.function() + "`\n\n");
    }
  }

  private void table(Lines all) throws IOException {
    out.append("## All Incidents\n\n| Time | Severity | Function | Guard | Target | Status |\n");
    out.append("|------|----------|----------|-------|--------|--------|\n");
    if (rows.length() <= MOST_KEPT) {
      out.append(rows);
      return;
    }
    all.each(line -> {
      try {
        row(line, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static void row(CodeSutureLine line, Appendable out) throws IOException {
    String time = line.timestamp();
    out.append("| ")
        .append(time.length() > DATE_AND_TIME ? time.substring(TIME_AT, DATE_AND_TIME) : time)
        .append(" | ")
        .append(line.severity().name())
        .append(" | ")
        .append(line.function())
        .append("() | ")
        .append(line.guardType())
        .append(" | ")
        .append(line.target())
        .append(" | ")
        .append(line.status())
        .append(" |\n");
  }

  private void actions() throws IOException {
    List<Map.Entry<String, Integer>> often =
        functions.entrySet().stream()
            .filter(f -> f.getValue() >= 2)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    if (often.isEmpty()) {
      return;
    }
    out.append("\n## Recommended Actions\n\n");
    int number = 0;
    for (Map.Entry<String, Integer> function : often) {
      out.append(++number + ". 🔴 Review `" + function.getKey() + "` — patched ");
      out.append(function.getValue() + "× during this period, fix at source\n");
    }
  }
}
