package io.suturescope.app.screens;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.patches.PatchLine;
import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.rewind.RewindState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The patches: the list that the query leaves, and the page of one.
public final class PatchesPresenter implements PatchesActions, ScreenPresenter {

  private final Desk desk;
  private final Background background;
  private final PatchExports exports;
  private final Clock clock;
  private final Consumer<PatchesState> screen;
  private final Lane listLane = Lane.newestWins("patches");
  private final Lane pageLane = Lane.newestWins("patch");
  private final Lane rewindLane = Lane.newestWins("rewind");

  private Emptiness emptiness = Emptiness.NOTHING_IMPORTED;
  private List<PatchRow> rows = List.of();
  private RowWindow<PatchLine> lines = RowWindow.of(List.of());
  private OptionalInt selected = OptionalInt.empty();
  private Optional<PatchRow> opened = Optional.empty();
  private Optional<Examination> examined = Optional.empty();
  private Optional<PatchPage> page = Optional.empty();
  private Optional<RewindState> rewinds = Optional.empty();
  private PatchTabs.Tab tab = PatchTabs.Tab.BYTECODE;

  PatchesPresenter(Desk desk, Background background, Clock clock, Consumer<PatchesState> screen) {
    this.desk = desk;
    this.background = background;
    this.clock = clock;
    this.exports = new PatchExports(desk);
    this.screen = screen;
  }

  private record Loaded(Emptiness emptiness, List<PatchRow> rows, List<PatchLine> lines) {}

  @Override
  public boolean loading() {
    return background.busy(listLane) || background.busy(pageLane) || background.busy(rewindLane);
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    IncidentQuery query = desk.query();
    Instant now = desk.time().now();
    background.run(listLane, () -> load(reading, query, now), this::loaded);
  }

  private static Loaded load(Reading reading, IncidentQuery query, Instant now) {
    List<PatchRow> rows = reading.patches(query);
    Emptiness emptiness = Emptiness.NOT_EMPTY;
    if (rows.isEmpty()) {
      emptiness =
          reading.sources().isEmpty() ? Emptiness.NOTHING_IMPORTED : Emptiness.NOTHING_MATCHES;
    }
    boolean several = rows.stream().map(row -> row.source().id()).distinct().count() > 1;
    return new Loaded(emptiness, rows, rows.stream().map(row -> line(row, several, now)).toList());
  }

  private static PatchLine line(PatchRow row, boolean several, Instant now) {
    Optional<Instant> end = row.ttlEnd();
    return new PatchLine(
        row.severity(),
        several ? row.module() + " · " + row.source().identity().displayName() : row.module(),
        Words.shortName(row.function()),
        row.guardType(),
        row.recordedState(),
        Words.chip(row.effectiveState()),
        end.map(e -> Words.timeLeft(now, e, now).text()).orElse(""),
        end.filter(e -> !now.isBefore(e)).isPresent(),
        row.file().map(PatchFile::signature).map(Words::chip),
        row.crashes(),
        row.lastSeen());
  }

  private void loaded(Loaded loaded) {
    Optional<PatchRow> before =
        selected.isPresent() && selected.getAsInt() < rows.size()
            ? Optional.of(rows.get(selected.getAsInt()))
            : Optional.empty();
    emptiness = loaded.emptiness();
    rows = loaded.rows();
    lines = RowWindow.of(loaded.lines());
    selected = rows.isEmpty() ? OptionalInt.empty() : OptionalInt.of(0);
    before.flatMap(this::find).ifPresent(index -> selected = OptionalInt.of(index));
    // What an open page shows may be another file by now.
    opened.ifPresent(row -> open(find(row).map(rows::get).orElse(row)));
    show();
  }

  private Optional<Integer> find(PatchRow wanted) {
    for (int index = 0; index < rows.size(); index++) {
      PatchRow row = rows.get(index);
      if (row.id().equals(wanted.id()) && row.source().id() == wanted.source().id()) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  void show() {
    screen.accept(
        new PatchesState(
            emptiness,
            lines,
            selected,
            desk.time(),
            rows.isEmpty() ? "" : Words.count(rows.size(), "patch", "patches"),
            opened.map(row ->
                new PatchesState.Opened(
                    row.module(), Words.shortName(row.function()), page, rewinds)),
            tab));
  }

  /// Opens the page of a patch from another screen.
  void open(PatchRow row, PatchTabs.Tab wanted) {
    tab = wanted;
    open(row);
    desk.go(Screen.PATCHES);
  }

  private void open(PatchRow row) {
    if (opened.filter(row::equals).isEmpty()) {
      page = Optional.empty();
      examined = Optional.empty();
      rewinds = Optional.empty();
    }
    opened = Optional.of(row);
    show();
    RewindLoader loader = new RewindLoader(desk.reading(), desk.time());
    background.run(rewindLane, () -> loader.load(row), this::rewound);
    PatchExaminer examiner = new PatchExaminer(desk.reading(), clock);
    background.run(
        pageLane,
        () -> PatchPages.read(examiner, row),
        found -> {
          examined = Optional.of(found.examined());
          page = Optional.of(found.page());
          show();
        });
  }

  private void rewound(RewindState found) {
    rewinds = Optional.of(found);
    show();
  }

  @Override
  public void entered() {
    show();
    desk.focusRows();
  }

  @Override
  public void rowSelected(int index) {
    selected = OptionalInt.of(index);
  }

  @Override
  public void rowOpened(int index) {
    if (index >= 0 && index < rows.size()) {
      selected = OptionalInt.of(index);
      open(rows.get(index));
      desk.focusRows();
    }
  }

  @Override
  public void pageClosed() {
    opened = Optional.empty();
    show();
    desk.focusRows();
  }

  @Override
  public void tabChosen(PatchTabs.Tab chosen) {
    tab = chosen;
    show();
  }

  @Override
  public void exportDiff(Part part, Format format) {
    examined.ifPresent(patch -> exports.diff(patch, part, format));
  }

  @Override
  public void exportFix() {
    examined.ifPresent(exports::fix);
  }

  @Override
  public void exportSuggestions() {
    opened.ifPresent(exports::suggestions);
  }

  @Override
  public void openWide() {
    show();
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
  public void queryCleared() {
    desk.search(IncidentQuery.ALL);
  }
}
