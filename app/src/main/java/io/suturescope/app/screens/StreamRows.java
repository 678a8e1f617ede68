package io.suturescope.app.screens;

import io.suturescope.app.store.GroupRow;
import io.suturescope.app.store.IncidentRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Stored;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.incidents.IncidentRow.CrashRow;
import io.suturescope.views.incidents.IncidentRow.FingerprintRow;
import io.suturescope.views.incidents.IncidentRow.FunctionRow;
import io.suturescope.views.incidents.IncidentRow.LoadingRow;
import io.suturescope.views.incidents.IncidentRow.NotPatchedRow;
import io.suturescope.views.incidents.IncidentRow.UnpatchedHeadRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/// The rows of the stream as the table sees them: those that were read lately are there, the others
/// are empty until they are asked for.
final class StreamRows implements RowWindow<io.suturescope.views.incidents.IncidentRow> {

  private static final int KEPT = 4_000;
  private static final int TREND_BUCKETS = 16;
  private static final int LARGEST_CLUSTER = 500;

  private final StreamTree tree;
  private final List<UnpatchedCrash> notPatched;
  private final IncidentQuery query;
  private final Optional<TimeRange> trend;
  private final Instant now;
  private final StreamTriage triage;
  private final Map<Long, GroupRow> groups = new Kept<>();
  private final Map<Long, IncidentRow> crashes = new Kept<>();

  /// @param trend the stretch of time that the small charts show
  /// @param triage knows what is decided about rows
  StreamRows(
      StreamTree tree,
      List<UnpatchedCrash> notPatched,
      IncidentQuery query,
      Optional<TimeRange> trend,
      Instant now,
      StreamTriage triage) {
    this.tree = tree;
    this.notPatched = notPatched;
    this.query = query;
    this.trend = trend;
    this.now = now;
    this.triage = triage;
  }

  StreamTree tree() {
    return tree;
  }

  UnpatchedCrash unpatched(int position) {
    return notPatched.get(position);
  }

  Optional<GroupRow> group(long id) {
    return Optional.ofNullable(groups.get(id));
  }

  @Override
  public int size() {
    return tree.size();
  }

  @Override
  public Optional<io.suturescope.views.incidents.IncidentRow> row(int index) {
    StreamTree.Node node = tree.node(index);
    return switch (node) {
      case StreamTree.Node.UnpatchedHead _ ->
          Optional.of(
              new UnpatchedHeadRow(
                  notPatched.size(),
                  notPatched.stream().mapToLong(UnpatchedCrash::times).sum(),
                  tree.isOpen(node)));
      case StreamTree.Node.NotPatched(int position) -> Optional.of(notPatched(position));
      case StreamTree.Node.Fingerprint(Cluster cluster) ->
          fingerprint(cluster, tree.isOpen(node)).map(row -> row);
      case StreamTree.Node.Function(long id, int depth) ->
          group(id).map(group -> function(group, depth, tree.isOpen(node)));
      case StreamTree.Node.Crash(long id, int depth) ->
          Optional.ofNullable(crashes.get(id)).map(crash -> crash(crash, depth));
      case StreamTree.Node.Loading(long _, int depth) -> Optional.of(new LoadingRow(depth));
    };
  }

  /// The same rows as another object, for when rows were opened or closed: a table draws a window
  /// that it knows only where its rows changed, not where they moved.
  ///
  /// @param shape goes up whenever a row is opened or closed
  record Shaped(StreamRows rows, int shape)
      implements RowWindow<io.suturescope.views.incidents.IncidentRow> {

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public Optional<io.suturescope.views.incidents.IncidentRow> row(int index) {
      return rows.row(index);
    }
  }

  /// What must be read before these rows can be drawn.
  Missing missing(int from, int to) {
    Set<Long> groupIds = new TreeSet<>();
    Set<Long> rowIds = new TreeSet<>();
    for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
      switch (tree.node(i)) {
        case StreamTree.Node.Fingerprint(Cluster cluster) ->
            members(cluster).filter(id -> !groups.containsKey(id)).forEach(groupIds::add);
        case StreamTree.Node.Function(long id, int _) -> {
          if (!groups.containsKey(id)) {
            groupIds.add(id);
          }
        }
        case StreamTree.Node.Crash(long id, int _) -> {
          if (!crashes.containsKey(id)) {
            rowIds.add(id);
          }
        }
        case StreamTree.Node.UnpatchedHead _,
            StreamTree.Node.NotPatched _,
            StreamTree.Node.Loading _ -> {}
      }
    }
    return new Missing(groupIds, rowIds);
  }

  /// Ids of rows that are not there.
  record Missing(Set<Long> groups, Set<Long> rows) {
    boolean isEmpty() {
      return groups.isEmpty() && rows.isEmpty();
    }
  }

  /// Rows that were read.
  record Found(List<GroupRow> groups, List<IncidentRow> rows) {}

  /// Reads what is missing; the call runs off the UI thread.
  Callable<Found> reader(Reading reading, Missing missing) {
    return () ->
        new Found(
            missing.groups().isEmpty()
                ? List.of()
                : reading.groups(ids(missing.groups()), query, trend, TREND_BUCKETS),
            missing.rows().isEmpty() ? List.of() : reading.rows(ids(missing.rows())));
  }

  void add(Found found) {
    found.groups().forEach(group -> groups.put(group.id(), group));
    found.rows().forEach(row -> crashes.put(row.id(), row));
  }

  private LongStream members(Cluster cluster) {
    int to = Math.min(cluster.to(), cluster.from() + LARGEST_CLUSTER);
    return LongStream.range(cluster.from(), to).map(i -> tree.index().group((int) i));
  }

  private static long[] ids(Set<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  private Optional<FingerprintRow> fingerprint(Cluster cluster, boolean open) {
    List<GroupRow> members = new ArrayList<>();
    members(cluster).mapToObj(this::group).flatMap(Optional::stream).forEach(members::add);
    if (members.size() < Math.min(cluster.size(), LARGEST_CLUSTER)) {
      return Optional.empty();
    }
    GroupRow first = members.getFirst();
    Severity worst =
        members.stream().map(GroupRow::worst).min(Severity::compareTo).orElse(Severity.UNKNOWN);
    long crashCount = members.stream().mapToLong(GroupRow::crashes).sum();
    return Optional.of(
        new FingerprintRow(
            first.fingerprint(),
            worst,
            common(members.stream().map(GroupRow::exceptionType).distinct().toList()),
            common(members.stream().map(GroupRow::guardType).distinct().toList()),
            cluster.size(),
            crashCount,
            sum(members),
            open,
            triage.merged(members),
            triage.marks(members)));
  }

  private static String common(List<String> values) {
    return values.size() == 1 ? values.getFirst() : values.getFirst() + " +" + (values.size() - 1);
  }

  private static List<Long> sum(List<GroupRow> members) {
    long[] total = new long[members.getFirst().spark().size()];
    for (GroupRow member : members) {
      for (int i = 0; i < Math.min(total.length, member.spark().size()); i++) {
        total[i] += member.spark().get(i);
      }
    }
    return LongStream.of(total).boxed().toList();
  }

  private FunctionRow function(GroupRow group, int depth, boolean open) {
    return new FunctionRow(
        Long.toString(group.id()),
        depth,
        group.worst(),
        Words.shortName(group.function()),
        group.module(),
        group.exceptionType(),
        group.guardType(),
        group.crashes(),
        group.spark(),
        group.effectiveState().map(Words::chip),
        group.recordedState().map(state -> state.word().replace('_', ' ')).orElse(""),
        Words.verdict(group.verdict()),
        group.ttlEnd().map(end -> Words.timeLeft(group.ttlStart().orElse(end), end, now)),
        open,
        triage.marks(group));
  }

  private static CrashRow crash(IncidentRow row, int depth) {
    String place =
        Words.fileName(row.filePath()) + (row.lineNumber() > 0 ? ":" + row.lineNumber() : "");
    String message =
        row.exceptionMessage().isEmpty()
            ? row.exceptionType()
            : Redaction.masked(row.exceptionMessage());
    return new CrashRow(
        Long.toString(row.id()),
        depth,
        row.severity(),
        row.time(),
        row.gone() ? message + " (gone from source)" : message,
        place,
        row.copy() ? "verification copy" : row.status().word(),
        (int) Math.min(Integer.MAX_VALUE, row.verificationCopies()));
  }

  private NotPatchedRow notPatched(int position) {
    UnpatchedCrash crash = notPatched.get(position);
    Stored<PatchEvent> latest = crash.latest();
    PatchEvent event = latest.fact();
    String place =
        Words.fileName(event.fileName()) + (event.lineNumber() > 0 ? ":" + event.lineNumber() : "");
    return new NotPatchedRow(
        "event-" + latest.id(),
        1,
        event.time(),
        Words.shortName(event.function()),
        place,
        event.exceptionType(),
        crash.why());
  }

  /// Rows read lately, the least recently used going first.
  private static final class Kept<R> extends LinkedHashMap<Long, R> {
    private static final long serialVersionUID = 1;

    Kept() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, R> eldest) {
      return size() > KEPT;
    }
  }
}
