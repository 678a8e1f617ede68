package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.digest.LogLine;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.query.CompletionSpot;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.model.triage.Subject;
import io.suturescope.model.triage.SubjectFacts;
import io.suturescope.model.verdict.VerdictLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Everything that can be asked of a workspace. Cheap to get, usable from several threads.
///
/// Each verb sees one consistent state, and is stopped by interrupting its thread: it then throws
/// {@link java.util.concurrent.CancellationException} within 500 ms and leaves the thread
/// interrupted. Counts are of crashes: verification copies are left out unless the query says
/// `is:copy`.
public interface Reading {

  /// What decisions about these groups are about, by group id, in the order of the ids, unknown
  /// ones left out.
  Map<Long, Subject.Group> subjects(long[] groups);

  /// What conditions of dismissals look at; subjects of which the workspace has no crash are left
  /// out.
  Map<Subject, SubjectFacts> facts(Collection<? extends Subject> subjects);

  /// Crashes that match, by logged severity.
  SeverityCounts counts(IncidentQuery query);

  /// Crashes that match, over time. The last bucket ends at the end of the range.
  ///
  /// @param starts rising, the first one the start of the range, at most 100,000
  SeverityTimeline timeline(IncidentQuery query, TimeRange range, List<Instant> starts);

  /// The same with buckets of one length from the start of the range.
  SeverityTimeline timeline(IncidentQuery query, TimeRange range, Duration bucket);

  /// From the first to just after the last dated crash that matches; empty when there is none.
  Optional<TimeRange> extent(IncidentQuery query);

  /// Ids of the groups with a match, in order.
  long[] groupIds(IncidentQuery query, GroupOrder order);

  /// The same, with the groups that share a fingerprint, or are merged by hand, side by side.
  GroupIndex groupIndex(IncidentQuery query, GroupOrder order);

  /// The groups of these ids, in the order of the ids, unknown ones left out: a page of a table.
  ///
  /// @param sparkRange and `sparkBuckets` (0 to 200) cut the small chart of each row
  List<GroupRow> groups(
      long[] ids, IncidentQuery query, Optional<TimeRange> sparkRange, int sparkBuckets);

  /// Every group with a match, worst first: for sums over all of them.
  List<GroupCount> groupCounts(IncidentQuery query);

  /// One page of rows that match, of one group or of all.
  ///
  /// @param limit 1 to 10,000
  IncidentPage page(
      IncidentQuery query, OptionalLong group, RowOrder order, Optional<PageKey> after, int limit);

  /// Ids of the rows that match, in order, for random access; at most `limit`.
  long[] rowIds(IncidentQuery query, OptionalLong group, RowOrder order, int limit);

  /// The rows of these ids, in the order of the ids, unknown ones left out.
  List<IncidentRow> rows(long[] ids);

  Optional<StoredIncident> incident(long rowId);

  /// Every row with this incident id: mostly one, since ids are random; at most 100.
  List<StoredIncident> incidents(String incidentId);

  /// The same for many ids at once, which takes one look-up and not many; ids that no row has are
  /// left out.
  Map<String, List<StoredIncident>> incidents(Collection<String> incidentIds);

  /// Hands every row that matches to the consumer, in order, without holding them in memory.
  void forEachIncident(IncidentQuery query, RowOrder order, Consumer<StoredIncident> consumer);

  /// Hands over every line of the source's files `incidents_YYYY-MM-DD.jsonl` of these days, in
  /// file order, verification copies and repeats included: what CodeSuture's own reports are made
  /// of (codesuture.md 7). Lines that are no longer in their file are left out.
  ///
  /// @param first and `last` days of file names, both inclusive
  /// @param before lines of this time or later may be left out where their time stands in the usual
  ///   form
  void forEachLogLine(
      long source, LocalDate first, LocalDate last, Instant before, Consumer<LogLine> consumer);

  /// What else shares the fingerprint: grouping says why.
  GroupMates groupMates(String fingerprint);

  /// The patches that disk knows, one for each function of a source. The query's terms about
  /// patches (`state`, `effective`, `signature`, `ttl`, `verdict`, `fn`, `module`, `guard`,
  /// `source`, `python`, words) choose among them, `guard` and `state` by any of their layers;
  /// other keys match the patches with a matching crash.
  List<PatchRow> patches(IncidentQuery query);

  /// What shadow runs said of the patches that {@link #patches} gives for the query, those that
  /// need most attention first and patches without a verdict last; with verdicts about functions
  /// that no patch fits, which `verdict`, `is:divergent`, `fn`, `file`, `source` and words choose
  /// among.
  List<VerdictRow> verdicts(IncidentQuery query);

  /// What shadow runs said of one patch; empty only when the workspace no longer has it.
  Optional<VerdictLedger> ledger(PatchRow patch);

  /// The patch of the function that the crashes of a group happened in; of several sources' patches
  /// the one changed last.
  Optional<PatchRow> patchOf(long group);

  /// The newest crashes of a patch's module and function in its source, newest first, verification
  /// copies left out.
  ///
  /// @param guard of this guard only; empty for any
  /// @param until not after this moment; without one undated crashes count too, as the oldest
  /// @param limit 1 to 1,000
  List<StoredIncident> latestCrashes(
      PatchRow patch, Optional<String> guard, Optional<Instant> until, int limit);

  /// What else is told of a patch: alerts, rewinds, its newest crashes. Takes as long as looking
  /// through its crashes does.
  PatchRelations related(PatchRow patch);

  /// The newest dated incident of a source that says which Python wrote it.
  Optional<StoredIncident> newestIncident(long source);

  /// Event-log lines of crashes that were not patched, newest first; `fn`, `file`, `guard`,
  /// `exception`, `since`, `until`, `hour`, `source` and words of the query choose among them.
  List<Stored<PatchEvent>> notPatched(IncidentQuery query, int limit);

  /// Alert files, newest first.
  List<Stored<Alert>> alerts(int limit);

  /// Alert files of an incident, newest first.
  List<Stored<Alert>> alertsOf(String incidentId);

  /// All crashes of a source, those that were met there a second time included.
  CrashLog crashes(long source);

  /// Rewinds without their events, newest first.
  List<Stored<Rewind>> rewinds(int limit);

  /// One rewind, with events.
  Optional<Stored<Rewind>> rewind(long id);

  /// Proposals for what is being typed, most crashes first.
  List<Completion> completions(CompletionSpot spot, int limit);

  /// The values of a key that occur, most crashes first: filters by a click.
  List<Completion> values(QueryKey key, IncidentQuery query, int limit);

  /// Sources by display name, with the one whose running import this reading sees.
  List<SourceRow> sources();

  Optional<SourceDetails> source(long id);

  /// Problems and warnings in the order they were found.
  ///
  /// @param after id of the last one on the page before
  List<StoredProblem> problems(OptionalLong source, OptionalLong after, int limit);

  long problemCount(OptionalLong source);

  /// Ids of problems in the order they were found, of one weight or of all; at most `limit`.
  long[] problemIds(OptionalLong source, Optional<ImportProblem.Weight> weight, int limit);

  /// The problems of these ids, in the order of the ids, unknown ones left out.
  List<StoredProblem> problems(long[] ids);

  /// The numbers of codesuture.md 10, of one source or of all.
  Metrics metrics(OptionalLong source);
}
