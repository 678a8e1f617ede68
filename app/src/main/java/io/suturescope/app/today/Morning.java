package io.suturescope.app.today;

import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Stored;
import io.suturescope.app.store.StoredProblem;
import io.suturescope.app.store.VerdictRow;
import io.suturescope.app.today.Matter.Kind;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.incident.SeverityRules;
import io.suturescope.model.origin.ImportProblem.Weight;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.query.Comparison;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixLabel;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.verdict.VerdictLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Finds what needs somebody. For a background thread.
public final class Morning {

  private static final Duration SOON = Duration.ofDays(2);
  private static final int MOST = 1_000_000;
  private static final int MOST_EVENTS = 10_000;
  private static final int NAMED = 3;

  private final Reading reading;
  private final Instant now;
  private final String since;

  /// @param since when the last visit ended, as it is to be read after "since"
  public Morning(Reading reading, Instant now, String since) {
    this.reading = reading;
    this.now = now;
    this.since = since;
  }

  /// Everything but {@link Kind#NO_FIX}, which takes reading source files.
  public List<Matter> matters() {
    List<Matter> matters = new ArrayList<>();
    defects().ifPresent(matters::add);
    expired().ifPresent(matters::add);
    divergent().ifPresent(matters::add);
    fresh().ifPresent(matters::add);
    unpatched().ifPresent(matters::add);
    signature().ifPresent(matters::add);
    removable().ifPresent(matters::add);
    problems().ifPresent(matters::add);
    return matters;
  }

  private Optional<Matter> defects() {
    List<StoredProblem> defects = problems(Weight.DEFECT);
    return defects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Matter(
                Kind.DEFECTS,
                defects.size(),
                "Known defects of CodeSuture show here",
                defects.getFirst().source().identity().displayName()
                    + ": "
                    + defects.getFirst().problem().reason()
                    + ".",
                IncidentQuery.ALL,
                OptionalLong.of(defects.getFirst().source().id())));
  }

  private Optional<Matter> expired() {
    IncidentQuery query = words(QueryKey.EFFECTIVE, "expired_loads", "expired_live");
    List<PatchRow> rows = reading.patches(query);
    long live = reading.patches(words(QueryKey.EFFECTIVE, "expired_live")).size();
    String title =
        live > 0 ? "Expired and still live" : "Expired, and loaded again at the next start";
    String sentence =
        live > 0
            ? "an agent reports them in memory."
            : "CodeSuture warns and loads them all the same. Whether they are live, only an agent"
                + " knows.";
    return patches(Kind.EXPIRED, rows, title, names(rows) + ": " + sentence, query);
  }

  private Optional<Matter> divergent() {
    IncidentQuery query = words(QueryKey.VERDICT, "divergent");
    List<VerdictLedger> ledgers = reading.verdicts(query).stream().map(VerdictRow::ledger).toList();
    return ledgers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Matter(
                Kind.DIVERGENT,
                ledgers.size(),
                ledgers.size() == 1 ? "Divergent verdict" : "Divergent verdicts",
                LedgerWords.divergent(ledgers),
                query,
                OptionalLong.empty()));
  }

  private Optional<Matter> fresh() {
    IncidentQuery query =
        words(QueryKey.IS, "new")
            .with(
                QueryTerm.of(
                    QueryKey.SEVERITY, new QueryValue.Level(Comparison.AT_LEAST, Severity.HIGH)))
            .and(QueryTerm.ofWords(QueryKey.IS, "dismissed").not());
    SeverityCounts counts = reading.counts(query);
    if (counts.total() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Matter(
            Kind.FRESH,
            counts.total(),
            "New critical and high " + since,
            freshSentence(counts, query),
            query,
            OptionalLong.empty()));
  }

  private String freshSentence(SeverityCounts counts, IncidentQuery query) {
    List<String> parts = new ArrayList<>();
    if (counts.critical() > 0) {
      parts.add(String.format(Locale.ROOT, "%,d critical", counts.critical()) + sensitive(query));
    }
    if (counts.high() > 0) {
      parts.add(String.format(Locale.ROOT, "%,d high", counts.high()));
    }
    return String.join(", ", parts) + ".";
  }

  /// The sensitive words in the names of what crashed critically.
  private String sensitive(IncidentQuery query) {
    Set<String> words = new LinkedHashSet<>();
    reading.groupCounts(query).stream()
        .filter(group -> group.counts().critical() > 0)
        .forEach(group ->
            SeverityRules.CODESUTURE
                .sensitiveWord(group.module(), group.function())
                .ifPresent(words::add));
    return words.isEmpty() ? "" : " in " + listed(List.copyOf(words));
  }

  /// One for each place and reason, as the incidents list them.
  private record Place(
      long source, String function, String file, int line, String exception, String action) {}

  private Optional<Matter> unpatched() {
    Set<Place> places = new LinkedHashSet<>();
    for (Stored<PatchEvent> stored : reading.notPatched(IncidentQuery.ALL, MOST_EVENTS)) {
      PatchEvent e = stored.fact();
      places.add(
          new Place(
              stored.source().id(),
              e.function(),
              e.fileName(),
              e.lineNumber(),
              e.exceptionType(),
              e.action()));
    }
    List<String> functions = places.stream().map(Place::function).distinct().toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Matter(
                Kind.UNPATCHED,
                places.size(),
                "Crashed, not patched",
                listed(functions) + ": the next crash there reaches the caller.",
                IncidentQuery.ALL,
                OptionalLong.empty()));
  }

  private Optional<Matter> signature() {
    IncidentQuery query = words(QueryKey.SIGNATURE, "invalid", "unsigned");
    List<PatchRow> rows = reading.patches(query);
    return patches(
        Kind.SIGNATURE,
        rows,
        "Signature refused or missing",
        names(rows) + ": CodeSuture will not load " + (rows.size() == 1 ? "it." : "them."),
        query);
  }

  private Optional<Matter> removable() {
    IncidentQuery query = words(QueryKey.IS, "removable");
    List<PatchRow> rows = reading.patches(query);
    List<PatchRow> fixed =
        rows.stream().filter(row -> row.effectiveState() == EffectiveState.FIXED).toList();
    List<VerdictLedger> unnecessary =
        rows.stream()
            .filter(row -> row.effectiveState() != EffectiveState.FIXED)
            .flatMap(row -> reading.ledger(row).stream())
            .toList();
    return patches(
        Kind.REMOVABLE, rows, "Can go", LedgerWords.removable(unnecessary, names(fixed)), query);
  }

  private Optional<Matter> problems() {
    List<StoredProblem> problems = problems(Weight.PROBLEM);
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    StoredProblem first = problems.getFirst();
    String line = first.problem().line() > 0 ? ":" + first.problem().line() : "";
    return Optional.of(
        new Matter(
            Kind.PROBLEMS,
            problems.size(),
            "Could not be read",
            first.problem().file() + line + ": " + first.problem().reason() + ".",
            IncidentQuery.ALL,
            OptionalLong.of(first.source().id())));
  }

  private List<StoredProblem> problems(Weight weight) {
    return reading.problems(reading.problemIds(OptionalLong.empty(), Optional.of(weight), MOST));
  }

  /// Patches whose time ends within 48 hours, and whose suggested fix cannot be used; it opens the
  /// sources.
  public Optional<Matter> withoutFix(PatchExaminer examiner) {
    IncidentQuery query =
        words(QueryKey.EFFECTIVE, "loads", "live", "reopened")
            .with(QueryTerm.of(QueryKey.TTL, new QueryValue.Left(Comparison.LESS, SOON)));
    List<PatchRow> soon =
        reading.patches(query).stream()
            .sorted(Comparator.comparing(row -> row.ttlEnd().orElse(now)))
            .toList();
    List<PatchRow> without = new ArrayList<>();
    Map<FixLabel, Integer> labels = new EnumMap<>(FixLabel.class);
    examiner.fixes(
        soon,
        (row, fix) -> {
          FixLabel label = fix.map(CheckedFix::label).orElse(FixLabel.NONE);
          if (label != FixLabel.USABLE) {
            without.add(row);
            labels.merge(label, 1, Integer::sum);
          }
        });
    return patches(
        Kind.NO_FIX,
        without,
        without.size() == 1
            ? "Expires within 48 h without a usable fix"
            : "Expire within 48 h without a usable fix",
        names(without) + ": " + FixWords.of(labels) + ".",
        query);
  }

  private static Optional<Matter> patches(
      Kind kind, List<PatchRow> rows, String title, String sentence, IncidentQuery query) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Matter(kind, rows.size(), title, sentence, query, OptionalLong.empty()));
  }

  private static String names(List<PatchRow> rows) {
    return listed(rows.stream().map(PatchRow::function).distinct().toList());
  }

  /// "a", "a and b", "a, b, c and 4 more".
  static String listed(List<String> names) {
    if (names.size() <= 1) {
      return String.join("", names);
    }
    if (names.size() <= NAMED) {
      return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
    return String.join(", ", names.subList(0, NAMED))
        + String.format(Locale.ROOT, " and %,d more", names.size() - NAMED);
  }

  private static IncidentQuery words(QueryKey key, String... words) {
    return new IncidentQuery(List.of(QueryTerm.ofWords(key, words)));
  }
}
