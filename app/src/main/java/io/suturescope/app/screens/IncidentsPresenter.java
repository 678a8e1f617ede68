package io.suturescope.app.screens;

import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.postmortem.PostMortem;
import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.GroupRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.RowOrder;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.app.store.Triage;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.TimelineState;
import io.suturescope.views.incidents.IncidentColumn;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.incidents.IncidentsActions;
import io.suturescope.views.incidents.IncidentsState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The stream of incidents: timeline, rows, detail.
public final class IncidentsPresenter implements IncidentsActions, ScreenPresenter {

  private static final int EVENTS = 10_000;
  private static final int CRASHES_OF_A_GROUP = 1_000_000;
  private static final int FIRST_ROWS = 60;
  private static final Duration STEADY = Duration.ofSeconds(30);

  private final Desk desk;
  private final Background background;
  private final Evidence evidence;
  private final Consumer<IncidentsState> screen;
  private final SelectedPatch patch;
  private final PatchExports exports;
  private final Clock clock;
  private final Lane listLane = Lane.newestWins("incidents");
  private final Lane rowLane = Lane.newestWins("rows");
  private final Lane childLane = Lane.oneAfterAnother("crashes");
  private final Lane detailLane = Lane.newestWins("detail");
  private final TimelineWindow window = new TimelineWindow();
  private final Map<IncidentColumn, Double> columnWidths = new EnumMap<>(IncidentColumn.class);

  private IncidentsState.Dividers dividers = IncidentsState.Dividers.USUAL;
  private GroupOrder order = GroupOrder.SEVERITY;
  private Emptiness emptiness = Emptiness.NOTHING_IMPORTED;
  private SeverityTimeline timeline = TimelineWindow.EMPTY;
  private final StreamTriage triage;
  private StreamRows rows;
  private TimeView time = new TimeView(Instant.EPOCH, ZoneOffset.UTC, ZoneOffset.UTC);
  private boolean keyboardWanted;
  private boolean unpatchedWanted;
  private int shape;
  private long version;
  private OptionalInt selected = OptionalInt.empty();
  private OptionalInt firstVisible = OptionalInt.empty();
  private int scrolled;
  private Optional<Place> wanted = Optional.empty();
  private Optional<IncidentDetail> detail = Optional.empty();
  private Optional<StoredIncident> incident = Optional.empty();
  private IncidentDetail.Tab tab = IncidentDetail.Tab.STORY;

  IncidentsPresenter(
      Desk desk,
      Background background,
      Clock clock,
      Evidence evidence,
      Consumer<IncidentsState> screen) {
    this.desk = desk;
    this.background = background;
    this.evidence = evidence;
    this.screen = screen;
    this.clock = clock;
    this.patch = new SelectedPatch(background, clock, this::show);
    this.exports = new PatchExports(desk);
    this.triage = new StreamTriage(desk, background, this::show);
    this.rows =
        new StreamRows(
            new StreamTree(io.suturescope.app.store.GroupIndex.EMPTY, 0),
            List.of(),
            IncidentQuery.ALL,
            Optional.empty(),
            Instant.EPOCH,
            triage);
  }

  /// What one reading of the stream found.
  record Loaded(
      Emptiness emptiness,
      SeverityTimeline timeline,
      StreamRows rows,
      StreamRows.Found first,
      StreamTriage.Decided decided) {}

  /// Where somebody was in the list, to come back to after a restart.
  ///
  /// @param group id of the selected group; empty when nothing was selected
  record Place(Optional<Long> group, int firstVisible) {}

  Place place() {
    return new Place(selectedGroup().map(GroupRow::id), scrolled);
  }

  /// The next load goes to this place.
  void comeBackTo(Place place) {
    wanted = Optional.of(place);
  }

  IncidentsState.Dividers dividers() {
    return dividers;
  }

  void placeDividers(IncidentsState.Dividers placed) {
    dividers = placed;
  }

  @Override
  public boolean loading() {
    return background.busy(listLane);
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    IncidentQuery query = desk.query();
    StreamTree.Open open = rows.tree().open();
    Triage decisions = desk.triage();
    background.run(
        listLane,
        () -> load(reading, query, StreamTriage.read(decisions, reading, query), open),
        this::loaded);
  }

  private Loaded load(
      Reading reading, IncidentQuery asked, StreamTriage.Decided decided, StreamTree.Open open) {
    SeverityTimeline cut = window.read(reading, asked, desk.time());
    List<UnpatchedCrash> unpatched = UnpatchedCrash.group(reading.notPatched(asked, EVENTS));
    IncidentQuery query = StreamTriage.visible(asked, decided);
    StreamTree tree = new StreamTree(reading.groupIndex(query, order), unpatched.size());
    tree.openLike(open, group -> crashesOf(reading, query, group));
    Optional<TimeRange> trend =
        cut.range().length().isZero() ? Optional.empty() : Optional.of(cut.range());
    StreamRows read = new StreamRows(tree, unpatched, query, trend, desk.time().now(), triage);
    Emptiness found = Emptiness.NOT_EMPTY;
    if (tree.size() == 0) {
      // Rows of a first import can be seen before its source counts as imported.
      found = reading.sources().isEmpty() ? Emptiness.NOTHING_IMPORTED : Emptiness.NOTHING_MATCHES;
    }
    try {
      StreamRows.Found first = read.reader(reading, read.missing(0, FIRST_ROWS)).call();
      return new Loaded(found, cut, read, first, decided);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long[] crashesOf(Reading reading, IncidentQuery query, long group) {
    return reading.rowIds(query, OptionalLong.of(group), RowOrder.NEWEST_FIRST, CRASHES_OF_A_GROUP);
  }

  private void loaded(Loaded loaded) {
    StreamRows before = rows;
    OptionalInt selectedBefore = selected;
    emptiness = loaded.emptiness();
    timeline = loaded.timeline();
    rows = loaded.rows();
    rows.add(loaded.first());
    triage.take(loaded.decided(), rows.tree().index());
    version++;
    selected = OptionalInt.empty();
    if (wanted.isPresent() && rows.size() > 0) {
      wanted
          .get()
          .group()
          .ifPresent(group -> select(before, new StreamTree.Node.Function(group, 0)));
      firstVisible = OptionalInt.of(Math.clamp(wanted.get().firstVisible(), 0, rows.size() - 1));
      wanted = Optional.empty();
    } else if (selectedBefore.isPresent() && selectedBefore.getAsInt() < before.size()) {
      select(before, before.tree().node(selectedBefore.getAsInt()));
    }
    if (unpatchedWanted && rows.size() > 0) {
      unpatchedWanted = false;
      rows.tree().open(0);
      selected = OptionalInt.of(0);
      firstVisible = OptionalInt.of(0);
    }
    if (selected.isEmpty() && selectedBefore.isPresent() && rows.size() > 0) {
      // The row is gone, such as one that was dismissed: the next one takes its place.
      selected = OptionalInt.of(Math.min(selectedBefore.getAsInt(), rows.size() - 1));
    }
    if (selected.isEmpty() && rows.size() > 0) {
      // The row that heads unpatched crashes says nothing of its own.
      boolean headed = rows.tree().node(0) instanceof StreamTree.Node.UnpatchedHead;
      selected = OptionalInt.of(headed && rows.size() > 1 ? 1 : 0);
    }
    if (selected.isEmpty()) {
      detail = Optional.empty();
    }
    show();
    firstVisible = OptionalInt.empty();
    readDetail();
  }

  private void select(StreamRows before, StreamTree.Node node) {
    rows.tree().rowOf(before.tree(), node).ifPresent(row -> selected = OptionalInt.of(row));
  }

  void show() {
    TimelineState drawn =
        new TimelineState(timeline, window.brush(desk.query()), steadyTime(), List.of());
    screen.accept(
        new IncidentsState(
            emptiness,
            drawn,
            new StreamRows.Shaped(rows, shape),
            version,
            selected,
            firstVisible,
            Optional.of(new IncidentsState.Sort(sortColumn(), order != GroupOrder.FUNCTION)),
            columnWidths,
            dividers,
            detail,
            patch.part(),
            tab,
            triage.part(targets(), rows::group, selectedGroups())));
    if (keyboardWanted && emptiness == Emptiness.NOT_EMPTY) {
      keyboardWanted = false;
      desk.focusRows();
    }
  }

  /// Opens the crashes that were not patched and goes there.
  void openUnpatched() {
    unpatchedWanted = true;
    reload();
  }

  /// What "now" is on this screen. It stands still for a while, so that what has not changed is not
  /// drawn again.
  private TimeView steadyTime() {
    TimeView now = desk.time();
    boolean stands =
        time.zone().equals(now.zone())
            && Duration.between(time.now(), now.now()).abs().compareTo(STEADY) < 0;
    if (!stands) {
      time = now;
    }
    return time;
  }

  /// The rows get the keyboard as soon as there are any to be seen.
  @Override
  public void entered() {
    keyboardWanted = true;
    show();
  }

  private IncidentColumn sortColumn() {
    return switch (order) {
      case SEVERITY -> IncidentColumn.SEVERITY;
      case CRASHES -> IncidentColumn.CRASHES;
      case LAST_SEEN -> IncidentColumn.TREND;
      case FUNCTION -> IncidentColumn.FUNCTION;
    };
  }

  private Optional<GroupRow> selectedGroup() {
    if (selected.isEmpty() || selected.getAsInt() >= rows.size()) {
      return Optional.empty();
    }
    return rows.tree().node(selected.getAsInt()) instanceof StreamTree.Node.Function(long id, int _)
        ? rows.group(id)
        : Optional.empty();
  }

  /// The groups of the selected row; none for crashes that were not patched.
  private List<Long> selectedGroups() {
    return selected.isPresent() && selected.getAsInt() < rows.size()
        ? groupsOf(selected.getAsInt())
        : List.of();
  }

  private List<Long> groupsOf(int row) {
    return switch (rows.tree().node(row)) {
      case StreamTree.Node.Function(long group, int _) -> List.of(group);
      case StreamTree.Node.Fingerprint(Cluster cluster) ->
          IntStream.range(cluster.from(), cluster.to())
              .mapToObj(rows.tree().index()::group)
              .toList();
      case StreamTree.Node.Crash _, StreamTree.Node.Loading _ ->
          rows.tree().parent(row).map(this::groupsOf).orElse(List.of());
      case StreamTree.Node.NotPatched _, StreamTree.Node.UnpatchedHead _ -> List.of();
    };
  }

  /// What a decision is about.
  private List<Long> targets() {
    return triage.anyMarked() ? triage.marked() : selectedGroups();
  }

  private Optional<GroupRow> firstTarget() {
    return targets().stream().findFirst().flatMap(rows::group);
  }

  @Override
  public void rowMarked(int index, Marking how) {
    if (index < 0 || index >= rows.size()) {
      return;
    }
    if (how == Marking.TOGGLE) {
      // The selected row is the first of those that are meant.
      if (!triage.anyMarked() && selected.isPresent() && selected.getAsInt() != index) {
        triage.mark(selectedGroups());
      }
      triage.toggle(groupsOf(index));
      return;
    }
    int from = Math.min(index, selected.orElse(index));
    int to = Math.max(index, selected.orElse(index));
    List<Long> all = new ArrayList<>();
    for (int row = from; row <= to; row++) {
      all.addAll(groupsOf(row));
    }
    triage.mark(all);
  }

  @Override
  public void allMarked() {
    triage.mark(
        IntStream.range(0, rows.tree().index().groups())
            .mapToObj(rows.tree().index()::group)
            .toList());
  }

  @Override
  public void marksCleared() {
    triage.clear();
  }

  @Override
  public void dismissWanted(Hold hold) {
    triage.openDismissal(targets(), hold);
  }

  @Override
  public void dismissalEnded() {
    triage.endDismissals(targets());
  }

  @Override
  public void reviewedToggled() {
    boolean yes = !triage.part(targets(), rows::group, List.of()).offer().reviewed();
    triage.decide(targets(), groups -> new TriageChange.Reviewed(StreamTriage.wide(groups), yes));
  }

  @Override
  public void noteWanted() {
    triage.openNote(targets(), firstTarget());
  }

  @Override
  public void ownerWanted() {
    triage.openOwner(targets(), firstTarget());
  }

  @Override
  public void mergeWanted() {
    if (targets().size() > 1) {
      triage.decide(targets(), TriageChange.Merge::new);
    }
  }

  @Override
  public void splitWanted() {
    triage.split(targets());
  }

  @Override
  public void formSubmitted(String text, Hold hold) {
    triage.submit(text, hold);
  }

  @Override
  public void formClosed() {
    triage.close();
  }

  @Override
  public void hiddenWanted() {
    desk.search(StreamTriage.and(desk.query(), false));
  }

  private void readDetail() {
    if (selected.isEmpty()) {
      return;
    }
    Reading reading = desk.reading();
    IncidentQuery query = desk.query();
    StreamTree.Node node = rows.tree().node(selected.getAsInt());
    DetailWriter writer = new DetailWriter(reading, evidence);
    if (node instanceof StreamTree.Node.NotPatched(int position)) {
      UnpatchedCrash crash = rows.unpatched(position);
      background.run(detailLane, () -> Optional.of(writer.ofEvent(crash)), this::detailRead);
      return;
    }
    if (node instanceof StreamTree.Node.UnpatchedHead) {
      UnpatchedCrash crash = rows.unpatched(0);
      background.run(detailLane, () -> Optional.of(writer.ofEvent(crash)), this::detailRead);
      return;
    }
    if (node instanceof StreamTree.Node.Crash(long row, int _)) {
      background.run(detailLane, () -> writer.ofIncident(row, false), this::detailRead);
      return;
    }
    groupOf(node)
        .ifPresent(group ->
            background.run(
                detailLane, () -> latest(group, writer, reading, query), this::detailRead));
  }

  private void detailRead(Optional<DetailWriter.Written> read) {
    detail = read.map(DetailWriter.Written::detail);
    incident = read.flatMap(DetailWriter.Written::incident);
    OptionalLong group = read.map(DetailWriter.Written::group).orElse(OptionalLong.empty());
    patch.read(desk.reading(), group);
    show();
  }

  /// The group that a row tells of; for a fingerprint its first one.
  private Optional<Long> groupOf(StreamTree.Node node) {
    return switch (node) {
      case StreamTree.Node.Function(long group, int _) -> Optional.of(group);
      case StreamTree.Node.Loading(long group, int _) -> Optional.of(group);
      case StreamTree.Node.Fingerprint(Cluster cluster) ->
          Optional.of(rows.tree().index().group(cluster.from()));
      case StreamTree.Node.Crash _, StreamTree.Node.NotPatched _, StreamTree.Node.UnpatchedHead _ ->
          Optional.empty();
    };
  }

  private static Optional<DetailWriter.Written> latest(
      long group, DetailWriter writer, Reading reading, IncidentQuery query) {
    long[] newest = reading.rowIds(query, OptionalLong.of(group), RowOrder.NEWEST_FIRST, 1);
    return newest.length == 0 ? Optional.empty() : writer.ofIncident(newest[0], true);
  }

  @Override
  public void rowsNeeded(int from, int to) {
    StreamRows target = rows;
    StreamRows.Missing missing = target.missing(from, to);
    if (!missing.isEmpty()) {
      background.run(
          rowLane, target.reader(desk.reading(), missing), found -> rowsRead(target, found));
    }
  }

  private void rowsRead(StreamRows target, StreamRows.Found found) {
    target.add(found);
    if (target == rows) {
      version++;
      show();
    }
  }

  @Override
  public void rowSelected(int index) {
    if (selected.equals(OptionalInt.of(index)) || index >= rows.size()) {
      return;
    }
    selected = OptionalInt.of(index);
    show();
    readDetail();
  }

  @Override
  public void rowExpanded(int index) {
    StreamTree.Node node = rows.tree().node(index);
    rows.tree().open(index);
    if (node instanceof StreamTree.Node.Function(long group, int _)) {
      readCrashes(group);
    }
    moved(index);
  }

  private void readCrashes(long group) {
    Reading reading = desk.reading();
    IncidentQuery query = desk.query();
    StreamRows target = rows;
    background.run(
        childLane,
        () -> crashesOf(reading, query, group),
        ids -> {
          target.tree().children(group, ids);
          if (target == rows) {
            shape++;
            version++;
            show();
          }
        });
  }

  @Override
  public void rowCollapsed(int index) {
    if (rows.tree().isOpen(rows.tree().node(index))) {
      rows.tree().close(index);
      moved(index);
    } else {
      rows.tree().parent(index).ifPresent(this::rowSelected);
      show();
    }
  }

  /// Rows below `index` stand elsewhere now; the selection goes to the row that moved them.
  private void moved(int index) {
    selected = OptionalInt.of(index);
    shape++;
    version++;
    show();
    readDetail();
  }

  @Override
  public void sortedBy(IncidentColumn column) {
    order =
        switch (column) {
          case FUNCTION, EXCEPTION -> GroupOrder.FUNCTION;
          case CRASHES -> GroupOrder.CRASHES;
          case TREND, STATE, SHADOW, TTL -> GroupOrder.LAST_SEEN;
          case SEVERITY -> GroupOrder.SEVERITY;
        };
    reload();
  }

  @Override
  public void columnResized(IncidentColumn column, double width) {
    columnWidths.put(column, width);
  }

  @Override
  public void dividersMoved(IncidentsState.Dividers moved) {
    dividers = moved;
  }

  @Override
  public void scrolledTo(int index) {
    scrolled = index;
  }

  @Override
  public void tabChosen(IncidentDetail.Tab chosen) {
    tab = chosen;
    show();
  }

  @Override
  public void exportDiff(Part part, Format format) {
    patch.examined().ifPresent(examined -> exports.diff(examined, part, format));
  }

  @Override
  public void exportFix() {
    patch.examined().ifPresent(exports::fix);
  }

  @Override
  public void exportPostMortem() {
    incident.ifPresent(stored -> {
      Reading reading = desk.reading();
      TimeView now = desk.time();
      PatchExaminer examiner = new PatchExaminer(reading, clock);
      desk.export(
          "post-mortem-" + stored.incident().id() + ".md",
          () ->
              new PostMortem(reading, examiner, now.now(), now.zone())
                  .markdown(stored)
                  .getBytes(StandardCharsets.UTF_8));
    });
  }

  @Override
  public void copyHistory() {
    patch.examined().ifPresent(examined -> exports.history(examined.patch()));
  }

  @Override
  public void exportSuggestions() {
    patch.examined().ifPresent(examined -> exports.suggestions(examined.patch()));
  }

  @Override
  public void openWide() {
    PatchTabs.Tab wide =
        switch (tab) {
          case SOURCE -> PatchTabs.Tab.SOURCE;
          case FIX -> PatchTabs.Tab.FIX;
          case BYTECODE -> PatchTabs.Tab.BYTECODE;
          case STORY, STACK, RAW -> PatchTabs.Tab.STORY;
        };
    patch.examined().ifPresent(examined -> desk.openPatch(examined.patch(), wide));
  }

  @Override
  public void termAdded(String term) {
    if (IncidentQuery.parse(term) instanceof QueryParse.Understood(IncidentQuery added)) {
      IncidentQuery query = desk.query();
      for (QueryTerm each : added.terms()) {
        query = query.with(each);
      }
      desk.search(query);
    }
  }

  @Override
  public void queryWanted() {
    desk.focusQuery();
  }

  @Override
  public void queryCleared() {
    desk.search(IncidentQuery.ALL);
  }

  @Override
  public void openProject() {
    desk.openProject();
  }

  @Override
  public void openSample() {
    desk.openSample();
  }

  @Override
  public void brushed(TimeRange range) {
    window.hold(timeline.range());
    desk.search(TimelineWindow.limited(desk.query(), range));
  }

  @Override
  public void brushCleared() {
    desk.search(TimelineWindow.unlimited(desk.query()));
  }

  @Override
  public void zoomed(TimeRange range) {
    window.hold(range);
    reload();
  }

  @Override
  public void steppedBack() {
    if (window.isHeld() && window.brush(desk.query()).isEmpty()) {
      window.release();
      reload();
    } else {
      desk.searchBack();
    }
  }
}
