package io.suturescope.app.digest;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.Stored;
import io.suturescope.model.digest.Digest;
import io.suturescope.model.digest.Digest.CrashGroup;
import io.suturescope.model.digest.Digest.Cut;
import io.suturescope.model.digest.Digest.Item;
import io.suturescope.model.digest.Digest.Listed;
import io.suturescope.model.digest.DigestNumber;
import io.suturescope.model.digest.DigestNumber.Counted;
import io.suturescope.model.digest.DigestPeriod;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.query.Comparison;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.verdict.VerdictEntry;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictLedger;
import io.suturescope.model.verdict.VerdictSentence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads a digest. Its numbers are those that the workspace gives for their queries.
public final class DigestReading {

  private static final int GROUPS = 50;
  private static final int ITEMS = 20;

  /// More crashes that were not patched than this are not counted.
  private static final int MOST_EVENTS = 100_000;

  private final Reading reading;
  private final DigestPeriod period;
  private final Instant now;
  private final Optional<SourceRow> source;
  private final IncidentQuery base;

  /// @param reading of a store whose clock has the zone of the period, and `now` as its time
  /// @param source only this one; empty for the whole workspace
  public DigestReading(
      Reading reading, DigestPeriod period, Instant now, Optional<SourceRow> source) {
    this.reading = reading;
    this.period = period;
    this.now = now;
    this.source = source;
    this.base = sourced(period.query());
  }

  /// Runs all queries; for a background thread.
  ///
  /// @param sent commands of the period
  public Digest read(Cut<Item> sent) {
    SeverityCounts counts = reading.counts(base);
    CrashGroups groups = CrashGroups.read(reading, base, sourced(until(period.before())));
    return new Digest(
        period,
        now,
        source.map(s -> s.identity().displayName()),
        new DigestNumber(counts.total(), Counted.INCIDENTS, base),
        incidents(base.with(QueryTerm.ofWords(QueryKey.IS, "copy"))),
        incidents(sourced(period.before().query())),
        severities(counts),
        new DigestNumber(groups.patterns(), Counted.PATTERNS, base),
        new DigestNumber(groups.functions(), Counted.FUNCTIONS, base),
        Cut.of(groups.fresh(), ITEMS),
        patches(QueryTerm.ofWords(QueryKey.EFFECTIVE, "refused")),
        patches(QueryTerm.ofWords(QueryKey.EFFECTIVE, "expired_loads", "expired_live")),
        notPatched(),
        expiring(),
        incidents(base.with(QueryTerm.ofWords(QueryKey.VERDICT, "justified"))),
        incidents(base.with(QueryTerm.ofWords(QueryKey.VERDICT, "not_run"))),
        judged(VerdictKind.DIVERGENT),
        judged(VerdictKind.UNNECESSARY),
        sent,
        Cut.<CrashGroup>of(groups.all(), GROUPS),
        new DifferencesReading(reading, period, now, source).read(counts.total(), groups, base));
  }

  /// Asking for the only source there is would say the same, and take longer.
  private IncidentQuery sourced(IncidentQuery query) {
    return source
        .filter(s -> reading.sources().size() > 1)
        .map(s -> query.with(QueryTerm.of(QueryKey.SOURCE, new QueryValue.Text(name(s)))))
        .orElse(query);
  }

  /// Its path where another source is called the same.
  private String name(SourceRow row) {
    String name = row.identity().displayName();
    long called =
        reading.sources().stream().filter(s -> s.identity().displayName().equals(name)).count();
    return called == 1 ? name : row.identity().path();
  }

  private static IncidentQuery until(DigestPeriod before) {
    return before.query().without(QueryKey.SINCE);
  }

  private DigestNumber incidents(IncidentQuery query) {
    return new DigestNumber(reading.counts(query).total(), Counted.INCIDENTS, query);
  }

  private Map<Severity, DigestNumber> severities(SeverityCounts counts) {
    Map<Severity, DigestNumber> numbers = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      long count = counts.of(severity);
      if (severity != Severity.UNKNOWN || count > 0) {
        QueryTerm term =
            QueryTerm.of(QueryKey.SEVERITY, new QueryValue.Level(Comparison.EQUAL, severity));
        numbers.put(severity, new DigestNumber(count, Counted.INCIDENTS, base.with(term)));
      }
    }
    return numbers;
  }

  private Listed expiring() {
    QueryTerm left =
        QueryTerm.of(
            QueryKey.TTL,
            new QueryValue.Left(Comparison.LESS, Duration.ofDays(Digest.EXPIRY_DAYS)));
    return patches(QueryTerm.ofWords(QueryKey.EFFECTIVE, "loads", "live", "reopened"), left);
  }

  /// Patches with such a verdict of their present code, as of now.
  private Listed judged(VerdictKind kind) {
    return patches(p -> said(p, kind), QueryTerm.ofWords(QueryKey.VERDICT, kind.word()));
  }

  private String said(PatchRow patch, VerdictKind kind) {
    Optional<VerdictLedger> ledger = reading.ledger(patch);
    String times =
        ledger.map(l -> "in " + l.count(kind) + " of " + l.count() + " shadow runs; ").orElse("");
    return times
        + ledger
            .flatMap(l -> l.newest(kind))
            .map(VerdictEntry::verdict)
            .map(verdict -> VerdictSentence.of(verdict, Optional.empty()))
            .map(Redaction::masked)
            .orElse("");
  }

  private Listed patches(QueryTerm... terms) {
    return patches(PatchRow::effectiveReason, terms);
  }

  private Listed patches(Function<PatchRow, String> reason, QueryTerm... terms) {
    IncidentQuery query = sourced(new IncidentQuery(List.of(terms)));
    List<PatchRow> rows = new ArrayList<>(reading.patches(query));
    rows.sort(
        Comparator.comparing((PatchRow p) -> p.ttlEnd().orElse(Instant.MAX))
            .thenComparing(PatchRow::id));
    Cut<PatchRow> cut = Cut.of(rows, ITEMS);
    List<Item> items =
        cut.shown().stream().map(p -> new Item(p.id(), reason.apply(p), p.ttlEnd())).toList();
    return new Listed(
        new DigestNumber(rows.size(), Counted.PATCHES, query), new Cut<>(items, cut.leftOut()));
  }

  private Listed notPatched() {
    List<Stored<PatchEvent>> events = reading.notPatched(base, MOST_EVENTS);
    List<Item> items = events.stream().map(e -> item(e.fact())).distinct().toList();
    return new Listed(
        new DigestNumber(events.size(), Counted.NOT_PATCHED, base), Cut.of(items, ITEMS));
  }

  /// Without its time: crashes that say the same are listed once.
  private static Item item(PatchEvent event) {
    String error = event.error().isEmpty() ? "" : ": " + event.error();
    return new Item(event.function(), event.exceptionType() + error, Optional.empty());
  }
}
