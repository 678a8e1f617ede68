package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.digest.LogLine;
import io.suturescope.model.incident.FingerprintEntry;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.query.CompletionSpot;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.SubjectFacts;
import io.suturescope.model.verdict.VerdictLedger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// The verbs of {@link Reading}, each in one read transaction.
final class SqliteReading implements Reading {

  private static final int EXPORT_PAGE = 1_000;
  private static final int BUCKETS = 100_000;
  private static final int SAME_ID = 100;

  private final Workspace workspace;
  private final Optional<Session> session;

  SqliteReading(Workspace workspace, Optional<Session> session) {
    this.workspace = workspace;
    this.session = session;
  }

  private interface Asking<T> {
    T on(Db db, View view) throws SQLException;
  }

  private <T> T ask(Asking<T> asking) {
    return workspace.read(db -> {
      View published = View.published(db, workspace::remembered);
      Optional<Session> running = session.filter(workspace::isRunning);
      return asking.on(
          db, running.map(s -> published.including(s.part(), s.sourceId())).orElse(published));
    });
  }

  private interface Filtered<T> {
    T on(Db db, Filter filter) throws SQLException;
  }

  private <T> T ask(IncidentQuery query, Filtered<T> asking) {
    return ask((db, view) -> asking.on(db, Compiler.compile(db, view, workspace, query)));
  }

  private static Filter scoped(Filter filter, OptionalLong group) {
    return group.isPresent() ? filter.ofGroup(group.getAsLong()) : filter;
  }

  @Override
  public Map<Long, Subject.Group> subjects(long[] groups) {
    return ask((db, view) -> new Subjects(db, view, workspace).of(groups));
  }

  @Override
  public Map<Subject, SubjectFacts> facts(Collection<? extends Subject> subjects) {
    return ask((db, view) -> new Subjects(db, view, workspace).facts(subjects));
  }

  @Override
  public SeverityCounts counts(IncidentQuery query) {
    return ask(query, (db, filter) -> new Counting(db, filter).counts());
  }

  @Override
  public SeverityTimeline timeline(IncidentQuery query, TimeRange range, List<Instant> starts) {
    boolean rising = !starts.isEmpty() && starts.getFirst().equals(range.start());
    for (int i = 1; i < starts.size(); i++) {
      rising &= starts.get(i - 1).isBefore(starts.get(i));
    }
    if (!rising || starts.size() > BUCKETS) {
      throw new IllegalArgumentException("bucket starts must rise from the start of the range");
    }
    return ask(query, (db, filter) -> new Counting(db, filter).timeline(range, starts));
  }

  @Override
  public SeverityTimeline timeline(IncidentQuery query, TimeRange range, Duration bucket) {
    if (bucket.toMillis() < 1 || range.length().dividedBy(bucket) > BUCKETS) {
      throw new IllegalArgumentException("too many buckets, or too small ones: " + bucket);
    }
    List<Instant> starts = new ArrayList<>(List.of(range.start()));
    for (Instant at = range.start().plus(bucket); at.isBefore(range.end()); at = at.plus(bucket)) {
      starts.add(at);
    }
    return timeline(query, range, starts);
  }

  @Override
  public Optional<TimeRange> extent(IncidentQuery query) {
    return ask(query, (db, filter) -> new Counting(db, filter).extent());
  }

  @Override
  public long[] groupIds(IncidentQuery query, GroupOrder order) {
    return ask(query, (db, filter) -> new GroupQueries(db, filter).ids(order));
  }

  @Override
  public GroupIndex groupIndex(IncidentQuery query, GroupOrder order) {
    return ask(
        query,
        (db, filter) ->
            new GroupQueries(db, filter)
                .index(order, new Subjects(db, filter.view(), workspace).merged()));
  }

  @Override
  public List<GroupRow> groups(
      long[] ids, IncidentQuery query, Optional<TimeRange> sparkRange, int sparkBuckets) {
    return ask(query, (db, filter) -> groups(db, filter, ids, sparkRange, sparkBuckets));
  }

  @Override
  public List<GroupCount> groupCounts(IncidentQuery query) {
    return ask(query, (db, filter) -> new GroupQueries(db, filter).counts());
  }

  private List<GroupRow> groups(
      Db db, Filter filter, long[] ids, Optional<TimeRange> sparkRange, int sparkBuckets)
      throws SQLException {
    return new GroupQueries(db, filter).rows(ids, sparkRange, sparkBuckets, workspace);
  }

  @Override
  public IncidentPage page(
      IncidentQuery query, OptionalLong group, RowOrder order, Optional<PageKey> after, int limit) {
    return ask(
        query,
        (db, filter) -> {
          List<PageKey> keys =
              new RowQueries(db, scoped(filter, group), order).keys(after, limit + 1);
          boolean more = keys.size() > limit;
          List<PageKey> shown = more ? keys.subList(0, limit) : keys;
          RowLoading loading = new RowLoading(db, filter.view());
          List<IncidentRow> rows = new ArrayList<>();
          for (PageKey key : shown) {
            loading.row(key.id()).ifPresent(rows::add);
          }
          return new IncidentPage(rows, more ? Optional.of(shown.getLast()) : Optional.empty());
        });
  }

  @Override
  public long[] rowIds(IncidentQuery query, OptionalLong group, RowOrder order, int limit) {
    return ask(
        query,
        (db, filter) ->
            new RowQueries(db, scoped(filter, group), order)
                .keys(Optional.empty(), limit).stream().mapToLong(PageKey::id).toArray());
  }

  @Override
  public List<IncidentRow> rows(long[] ids) {
    return ask((db, view) -> {
      RowLoading loading = new RowLoading(db, view);
      List<IncidentRow> rows = new ArrayList<>();
      for (long id : ids) {
        loading.row(id).ifPresent(rows::add);
      }
      return List.copyOf(rows);
    });
  }

  @Override
  public Optional<StoredIncident> incident(long rowId) {
    return ask((db, view) -> new RowLoading(db, view).incident(rowId));
  }

  @Override
  public List<StoredIncident> incidents(String incidentId) {
    return incidents(List.of(incidentId)).getOrDefault(incidentId, List.of());
  }

  @Override
  public Map<String, List<StoredIncident>> incidents(Collection<String> incidentIds) {
    return ask((db, view) -> {
      RowLoading loading = new RowLoading(db, view);
      Map<String, List<StoredIncident>> found = new HashMap<>();
      for (var rows : IncidentIds.rows(db, incidentIds).entrySet()) {
        List<StoredIncident> named = new ArrayList<>();
        for (long id : rows.getValue().stream().limit(SAME_ID).toList()) {
          loading.incident(id).ifPresent(named::add);
        }
        if (!named.isEmpty()) {
          found.put(rows.getKey(), List.copyOf(named));
        }
      }
      return Map.copyOf(found);
    });
  }

  @Override
  public void forEachIncident(
      IncidentQuery query, RowOrder order, Consumer<StoredIncident> consumer) {
    ask(
        query,
        (db, filter) -> {
          RowQueries rows = new RowQueries(db, filter, order);
          RowLoading loading = new RowLoading(db, filter.view());
          Optional<PageKey> after = Optional.empty();
          do {
            List<PageKey> keys = rows.keys(after, EXPORT_PAGE);
            for (PageKey key : keys) {
              if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("cancelled while reading");
              }
              loading.incident(key.id()).ifPresent(consumer);
            }
            after = keys.size() < EXPORT_PAGE ? Optional.empty() : Optional.of(keys.getLast());
          } while (after.isPresent());
          return true;
        });
  }

  @Override
  public void forEachLogLine(
      long source, LocalDate first, LocalDate last, Instant before, Consumer<LogLine> consumer) {
    ask((db, view) -> {
      new LogLines(db, view).each(source, first, last, before, consumer);
      return true;
    });
  }

  @Override
  public GroupMates groupMates(String fingerprint) {
    IncidentQuery query =
        new IncidentQuery(
            List.of(QueryTerm.of(QueryKey.FINGERPRINT, new QueryValue.Text(fingerprint))));
    return ask(
        query,
        (db, filter) -> {
          long[] ids = new GroupQueries(db, filter).ids(GroupOrder.CRASHES);
          List<FingerprintEntry> entries =
              Facts.list(
                      db,
                      Cond.of(
                          "t.kind = ? AND t.natural = ? ORDER BY t.id",
                          FactKind.FINGERPRINT.code(),
                          Words.storable(fingerprint)),
                      FactBytes::fingerprint)
                  .stream()
                  .map(Stored::fact)
                  .toList();
          long[] shown = Arrays.copyOf(ids, Math.min(ids.length, GroupMates.LIMIT));
          return new GroupMates(
              fingerprint, entries, groups(db, filter, shown, Optional.empty(), 0));
        });
  }

  @Override
  public List<PatchRow> patches(IncidentQuery query) {
    return ask((db, view) -> new PatchQueries(db, view, workspace).rows(query));
  }

  @Override
  public List<VerdictRow> verdicts(IncidentQuery query) {
    return ask((db, view) -> new VerdictQueries(db, view, workspace).rows(query));
  }

  @Override
  public Optional<VerdictLedger> ledger(PatchRow patch) {
    return ask((db, view) -> workspace.verdicts(db, view).of(VerdictQueries.key(patch)));
  }

  @Override
  public Optional<PatchRow> patchOf(long group) {
    return ask((db, view) -> new PatchQueries(db, view, workspace).row(group));
  }

  @Override
  public List<StoredIncident> latestCrashes(
      PatchRow patch, Optional<String> guard, Optional<Instant> until, int limit) {
    return ask((db, view) -> new LatestCrashes(db, view).of(patch, guard, until, limit));
  }

  @Override
  public PatchRelations related(PatchRow patch) {
    return ask((db, view) -> new RelationQueries(db, view, patch).related());
  }

  @Override
  public Optional<StoredIncident> newestIncident(long source) {
    return ask((db, view) -> new LatestCrashes(db, view).ofSource(source));
  }

  @Override
  public List<Stored<PatchEvent>> notPatched(IncidentQuery query, int limit) {
    return ask((db, view) -> new EventQueries(db, workspace.clock()).notPatched(query, limit));
  }

  @Override
  public List<Stored<Alert>> alerts(int limit) {
    return ask((db, view) -> Facts.newest(db, FactKind.ALERT, FactBytes::alert, limit));
  }

  @Override
  public List<Stored<Alert>> alertsOf(String incidentId) {
    return ask((db, view) -> Facts.alertsOf(db, incidentId));
  }

  @Override
  public CrashLog crashes(long source) {
    return ask((db, view) -> new CrashLogReading(db, view).of(source));
  }

  @Override
  public List<Stored<Rewind>> rewinds(int limit) {
    return ask((db, view) ->
        Facts.newest(db, FactKind.REWIND, in -> RewindBytes.rewind(in, false), limit));
  }

  @Override
  public Optional<Stored<Rewind>> rewind(long id) {
    return ask(
        (db, view) -> Facts.one(db, FactKind.REWIND, id, in -> RewindBytes.rewind(in, true)));
  }

  @Override
  public List<Completion> completions(CompletionSpot spot, int limit) {
    return ask((db, view) -> new Completions(db, view, workspace).at(spot, limit));
  }

  @Override
  public List<Completion> values(QueryKey key, IncidentQuery query, int limit) {
    return ask((db, view) -> new Completions(db, view, workspace).values(key, query, "", limit));
  }

  @Override
  public List<SourceRow> sources() {
    return ask((db, view) -> SourceQueries.visible(db, view));
  }

  @Override
  public Optional<SourceDetails> source(long id) {
    return ask((db, view) -> SourceQueries.details(db, id));
  }

  @Override
  public List<StoredProblem> problems(OptionalLong source, OptionalLong after, int limit) {
    return ask((db, view) -> SourceQueries.problems(db, source, after, limit));
  }

  @Override
  public long[] problemIds(OptionalLong source, Optional<ImportProblem.Weight> weight, int limit) {
    return ask((db, view) -> SourceQueries.problemIds(db, source, weight, limit));
  }

  @Override
  public List<StoredProblem> problems(long[] ids) {
    return ask((db, view) -> SourceQueries.problems(db, ids));
  }

  @Override
  public long problemCount(OptionalLong source) {
    return ask((db, view) -> SourceQueries.problemCount(db, source));
  }

  @Override
  public Metrics metrics(OptionalLong source) {
    return ask((db, view) -> new MetricsQuery(db, workspace.clock().instant()).metrics(source));
  }
}
