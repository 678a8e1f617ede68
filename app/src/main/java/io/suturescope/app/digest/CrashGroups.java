package io.suturescope.app.digest;

import io.suturescope.app.store.GroupCount;
import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.Reading;
import io.suturescope.model.digest.Digest.CrashGroup;
import io.suturescope.model.digest.DigestNumber;
import io.suturescope.model.digest.DigestNumber.Counted;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// The groups of a period, put together by what a query can tell apart: module, function, guard and
/// exception, ignoring case.
final class CrashGroups {

  private final Reading reading;
  private final IncidentQuery base;
  private final Map<List<String>, Merged> merged = new LinkedHashMap<>();
  private final Set<String> fingerprints = new HashSet<>();
  private final Set<List<String>> functions = new HashSet<>();
  private final Map<String, Long> byFunction = new HashMap<>();

  private CrashGroups(Reading reading, IncidentQuery base) {
    this.reading = reading;
    this.base = base;
  }

  private static final class Merged {
    private final GroupCount worst;
    private long crashes;
    private boolean fresh;
    private Optional<Instant> last = Optional.empty();

    Merged(GroupCount worst) {
      this.worst = worst;
    }
  }

  /// @param base the period
  /// @param before all time before it
  static CrashGroups read(Reading reading, IncidentQuery base, IncidentQuery before) {
    CrashGroups groups = new CrashGroups(reading, base);
    long[] known = reading.groupIds(before, GroupOrder.SEVERITY);
    Set<Long> old = new HashSet<>(LongStream.of(known).boxed().toList());
    for (GroupCount row : reading.groupCounts(base)) {
      groups.add(row, !old.contains(row.id()));
    }
    return groups;
  }

  private void add(GroupCount row, boolean isNew) {
    if (!row.fingerprint().isEmpty()) {
      fingerprints.add(row.fingerprint());
    }
    functions.add(List.of(row.module(), row.function()));
    byFunction.merge(row.function(), row.counts().total(), Long::sum);
    Merged into = merged.computeIfAbsent(key(row), k -> new Merged(row));
    into.crashes += row.counts().total();
    into.fresh |= isNew && (row.worst() == Severity.CRITICAL || row.worst() == Severity.HIGH);
    if (row.last().isPresent()
        && (into.last.isEmpty() || into.last.get().isBefore(row.last().get()))) {
      into.last = row.last();
    }
  }

  private static List<String> key(GroupCount row) {
    return List.of(
        row.module().toLowerCase(Locale.ROOT),
        row.function().toLowerCase(Locale.ROOT),
        row.guardType().toLowerCase(Locale.ROOT),
        row.exceptionType().toLowerCase(Locale.ROOT));
  }

  long patterns() {
    return fingerprints.size();
  }

  long functions() {
    return functions.size();
  }

  /// Crashes of all functions of this name, whatever their module.
  long crashesOf(String function) {
    return byFunction.getOrDefault(function, 0L);
  }

  /// Worst first, then the most crashes.
  List<CrashGroup> all() {
    return sorted(merged.values().stream().toList());
  }

  /// Those that are critical or high and have a pattern never seen before.
  List<CrashGroup> fresh() {
    return sorted(merged.values().stream().filter(m -> m.fresh).toList());
  }

  private List<CrashGroup> sorted(List<Merged> chosen) {
    return chosen.stream()
        .sorted(
            Comparator.comparing((Merged m) -> m.worst.worst())
                .thenComparingLong(m -> -m.crashes)
                .thenComparing(m -> m.worst.function())
                .thenComparing(m -> m.worst.module())
                .thenComparing(m -> m.worst.guardType())
                .thenComparing(m -> m.worst.exceptionType()))
        .map(this::group)
        .toList();
  }

  private CrashGroup group(Merged group) {
    GroupCount row = group.worst;
    return new CrashGroup(
        row.worst(),
        row.exceptionType(),
        row.module(),
        row.function(),
        row.guardType(),
        number(group),
        group.last);
  }

  /// An empty name cannot be asked for, and one with a star matches others: there the query
  /// decides.
  private DigestNumber number(Merged group) {
    GroupCount row = group.worst;
    Map<QueryKey, String> names = new LinkedHashMap<>();
    names.put(QueryKey.FN, row.function());
    names.put(QueryKey.MODULE, row.module());
    names.put(QueryKey.GUARD, row.guardType());
    names.put(QueryKey.EXCEPTION, row.exceptionType());
    List<QueryTerm> terms = new ArrayList<>(base.terms());
    boolean exact = true;
    for (Map.Entry<QueryKey, String> name : names.entrySet()) {
      String text = name.getValue();
      exact &= !text.isEmpty() && text.indexOf('*') < 0;
      if (!text.isEmpty()) {
        terms.add(QueryTerm.of(name.getKey(), new QueryValue.Text(text)));
      }
    }
    IncidentQuery query = new IncidentQuery(terms);
    long crashes = exact ? group.crashes : reading.counts(query).total();
    return new DigestNumber(crashes, Counted.INCIDENTS, query);
  }
}
