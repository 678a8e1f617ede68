package io.suturescope.app.digest;

import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.model.digest.Digest.Cut;
import io.suturescope.model.digest.DigestDifferences;
import io.suturescope.model.digest.DigestDifferences.FunctionCount;
import io.suturescope.model.digest.DigestDifferences.Pair;
import io.suturescope.model.digest.DigestDifferences.Reason;
import io.suturescope.model.digest.DigestDifferences.Why;
import io.suturescope.model.digest.DigestNumber;
import io.suturescope.model.digest.DigestNumber.Counted;
import io.suturescope.model.digest.DigestPeriod;
import io.suturescope.model.digest.LogLine;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.query.Comparison;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.timeline.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Meets every line that CodeSuture's own digests of the sources count, and says of each that we do
/// not count, why.
final class DifferencesReading {

  private static final int FUNCTIONS = 20;

  private final Reading reading;
  private final DigestPeriod period;
  private final TimeRange range;
  private final Instant now;
  private final Optional<SourceRow> source;
  private final Map<Why, Long> reasons = new EnumMap<>(Why.class);
  private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
  private final Map<String, Long> functions = new LinkedHashMap<>();
  private long lines;
  private long crashesSeen;
  private long replayed;
  private long patterns;
  private long names;

  DifferencesReading(
      Reading reading, DigestPeriod period, Instant now, Optional<SourceRow> source) {
    this.reading = reading;
    this.period = period;
    this.range = period.range();
    this.now = now;
    this.source = source;
  }

  DigestDifferences read(long crashes, CrashGroups groups, IncidentQuery base) {
    List<SourceRow> sources = source.map(List::of).orElseGet(reading::sources);
    for (SourceRow each : sources) {
      if (each.identity().system().equals("codesuture")) {
        read(each);
      }
    }
    add(Why.OTHER_FILE, crashesSeen - crashes);
    List<Reason> why = new ArrayList<>();
    reasons.forEach((reason, count) -> {
      if (count != 0) {
        why.add(new Reason(count, reason));
      }
    });
    return new DigestDifferences(lines, crashes, why, pairs(groups, base), functions(groups, base));
  }

  private void read(SourceRow each) {
    CodeSutureReport report =
        new CodeSutureReport(Optional.of(each), period.weekly(), period.last(), now);
    Set<String> fingerprints = new HashSet<>();
    Set<String> ownFunctions = new HashSet<>();
    report.eachLine(
        reading,
        range.end(),
        line -> {
          boolean theirs = report.counts(line);
          boolean ours =
              !line.copy() && !line.repeat() && line.time().filter(range::contains).isPresent();
          crashesSeen += ours ? 1 : 0;
          if (theirs) {
            count(line);
            fingerprints.add(line.fingerprint());
            ownFunctions.add(line.function());
          }
          if (theirs && !ours) {
            add(onlyTheirs(line), 1);
          } else if (ours && !theirs) {
            add(line.readByCodeSuture() ? Why.CUT_OFF : Why.DROPPED, -1);
          }
        });
    fingerprints.remove("");
    patterns += fingerprints.size();
    names += ownFunctions.size();
  }

  private void count(LogLine line) {
    lines++;
    severities.merge(
        line.severity() == Severity.UNKNOWN ? Severity.MEDIUM : line.severity(), 1L, Long::sum);
    functions.merge(line.function(), 1L, Long::sum);
    replayed += line.status() == IncidentStatus.REPLAYED ? 1 : 0;
  }

  private static Why onlyTheirs(LogLine line) {
    if (line.copy()) {
      return Why.VERIFICATION_COPY;
    }
    if (line.repeat()) {
      return Why.REPEATED_LINE;
    }
    return line.time().isEmpty() ? Why.UNDATED : Why.OUTSIDE;
  }

  private void add(Why why, long count) {
    reasons.merge(why, count, Long::sum);
  }

  private List<Pair> pairs(CrashGroups groups, IncidentQuery base) {
    List<Pair> pairs = new ArrayList<>();
    for (Severity severity :
        List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
      QueryTerm term =
          QueryTerm.of(QueryKey.SEVERITY, new QueryValue.Level(Comparison.EQUAL, severity));
      pairs.add(
          new Pair(
              severity.name(),
              severities.getOrDefault(severity, 0L),
              Optional.of(incidents(base.with(term))),
              "log lines, not crashes"));
    }
    pairs.add(
        new Pair(
            "Unique crash patterns",
            patterns,
            Optional.of(new DigestNumber(groups.patterns(), Counted.PATTERNS, base)),
            "both leave out records without a fingerprint"));
    pairs.add(
        new Pair(
            "Functions patched",
            names,
            Optional.of(new DigestNumber(groups.functions(), Counted.FUNCTIONS, base)),
            "names without their modules: functions of one name are one"));
    pairs.add(
        new Pair(
            "HTTP transactions replayed",
            replayed,
            Optional.of(incidents(base.with(QueryTerm.ofWords(QueryKey.STATUS, "replayed")))),
            "records that say replayed; no other status is counted there"));
    return pairs;
  }

  private DigestNumber incidents(IncidentQuery query) {
    return new DigestNumber(reading.counts(query).total(), Counted.INCIDENTS, query);
  }

  private Cut<FunctionCount> functions(CrashGroups groups, IncidentQuery base) {
    List<Map.Entry<String, Long>> odd =
        functions.entrySet().stream()
            .filter(f -> f.getValue() >= 2 && !f.getKey().isEmpty())
            .filter(f -> f.getValue() != groups.crashesOf(f.getKey()))
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    List<FunctionCount> shown =
        odd.stream().limit(FUNCTIONS).map(f -> functionCount(f, base)).toList();
    return new Cut<>(shown, odd.size() - shown.size());
  }

  private FunctionCount functionCount(Map.Entry<String, Long> function, IncidentQuery base) {
    QueryTerm term = QueryTerm.of(QueryKey.FN, new QueryValue.Text(function.getKey()));
    return new FunctionCount(function.getKey(), function.getValue(), incidents(base.with(term)));
  }
}
