package io.suturescope.app.screens;

import io.suturescope.app.examine.UsableFixes;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.patch.PatchState;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.patches.CalendarState;
import io.suturescope.views.patches.MachineState;
import io.suturescope.views.patches.MachineState.PatchPath;
import io.suturescope.views.patches.PatchColumn;
import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The patches: those that the query leaves, in five ways, and the page of one.
public final class PatchesPresenter implements PatchesActions, ScreenPresenter {

  /// Where somebody was.
  public record Place(PatchesMode mode, PatchesState.Sort sort) {
    public static final Place USUAL = new Place(PatchesMode.MACHINE, PatchOrder.USUAL);
  }

  private final Desk desk;
  private final Background background;
  private final PatchExports exports;
  private final OpenedPatch opened;
  private final Consumer<PatchesState> screen;
  private final Lane listLane = Lane.newestWins("patches");
  private final Lane calendarLane = Lane.newestWins("patch calendar");
  private final Lane oddLane = Lane.newestWins("odd patches");
  private final Lane pathLane = Lane.newestWins("patch path");

  private Place place = Place.USUAL;
  private PatchListing listing = PatchListing.NONE;
  private OptionalInt selected = OptionalInt.empty();
  private MachineState traffic = MachineState.NONE;
  private Optional<PatchPath> path = Optional.empty();
  private Optional<YearMonth> month = Optional.empty();
  private Optional<LocalDate> day = Optional.empty();
  private CalendarState calendar = CalendarState.NONE;
  private Optional<OddPatches> odd = Optional.empty();
  private PatchTabs.Tab tab = PatchTabs.Tab.BYTECODE;

  /// Somebody has come to the screen before there was anything to give the keyboard to.
  private boolean awaited;

  PatchesPresenter(Desk desk, Background background, Clock clock, Consumer<PatchesState> screen) {
    this.desk = desk;
    this.background = background;
    this.exports = new PatchExports(desk);
    this.opened = new OpenedPatch(desk, background, clock, this::show);
    this.screen = screen;
  }

  private record Loaded(PatchListing listing, MachineState traffic) {}

  @Override
  public boolean loading() {
    return Stream.of(listLane, calendarLane, oddLane, pathLane).anyMatch(background::busy)
        || opened.loading();
  }

  public Place place() {
    return place;
  }

  /// Comes back to how the patches were looked at before.
  void comeBackTo(Place before) {
    place = before;
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    IncidentQuery query = desk.query();
    TimeView time = desk.time();
    PatchesState.Sort sort = place.sort();
    background.run(
        listLane,
        () ->
            new Loaded(
                PatchListing.read(reading, query, time, sort),
                PatchTraffic.read(reading, query, time)),
        this::loaded);
  }

  private void loaded(Loaded loaded) {
    traffic = loaded.traffic();
    listed(loaded.listing());
    // What an open page shows may be another file by now.
    opened.row().ifPresent(row -> opened.open(listing.row(listing.find(row)).orElse(row)));
    if (awaited) {
      awaited = false;
      desk.focusRows();
    }
    Reading reading = desk.reading();
    PatchListing listed = listing;
    background.run(
        oddLane,
        () -> OddPatches.read(reading, listed),
        found -> {
          odd = Optional.of(found);
          calculate();
          show();
        });
  }

  /// Takes another list, or the same in another order, and keeps the selected patch.
  private void listed(PatchListing found) {
    Optional<PatchRow> before = listing.row(selected);
    listing = found;
    selected = before.map(found::find).orElse(OptionalInt.empty());
    if (selected.isEmpty() && !found.entries().isEmpty()) {
      selected = OptionalInt.of(0);
    }
    walk();
    calculate();
    show();
  }

  /// Finds the path of the selected patch.
  private void walk() {
    Optional<PatchRow> row = listing.row(selected);
    Instant now = desk.time().now();
    background.run(
        pathLane,
        () -> row.flatMap(each -> PatchTraffic.path(each, now)),
        found -> {
          path = found;
          show();
        });
  }

  private PatchCalendar calendarOf(PatchListing of) {
    UsableFixes fixes = odd.map(OddPatches::fixes).orElse(UsableFixes.NONE);
    return new PatchCalendar(of, fixes::has, desk.time());
  }

  private void calculate() {
    PatchCalendar patches = calendarOf(listing);
    YearMonth shown = month.orElse(YearMonth.from(patches.today()));
    Optional<LocalDate> chosen = day;
    background.run(
        calendarLane,
        () -> patches.month(shown, chosen),
        found -> {
          calendar = found;
          show();
        });
  }

  void show() {
    OptionalInt count =
        odd.map(found -> OptionalInt.of(found.odd().size())).orElse(OptionalInt.empty());
    screen.accept(
        new PatchesState(
            listing.emptiness(),
            new PatchesState.Head(place.mode(), listing.note(), count),
            listing.shown(selected),
            new MachineState(traffic.boxes(), traffic.edges(), path, traffic.range()),
            calendar,
            odd.map(OddPatches::lines).orElse(List.of()),
            desk.time(),
            opened.shown(),
            tab));
  }

  /// Opens the page of a patch from another screen.
  void open(PatchRow row, PatchTabs.Tab wanted) {
    tab = wanted;
    opened.open(row);
    desk.go(Screen.PATCHES);
  }

  @Override
  public void entered() {
    awaited = background.busy(listLane);
    show();
    desk.focusRows();
  }

  @Override
  public void left() {
    awaited = false;
  }

  @Override
  public void modeChosen(PatchesMode mode) {
    place = new Place(mode, place.sort());
    show();
    desk.focusRows();
  }

  @Override
  public void rowSelected(int index) {
    if (!selected.equals(OptionalInt.of(index))) {
      selected = OptionalInt.of(index);
      walk();
      show();
    }
  }

  @Override
  public void rowOpened(int index) {
    listing
        .row(index)
        .ifPresent(row -> {
          rowSelected(index);
          opened.open(row);
          desk.focusRows();
        });
  }

  @Override
  public void sortedBy(PatchColumn column) {
    PatchesState.Sort sort = PatchOrder.pressed(place.sort(), column);
    place = new Place(place.mode(), sort);
    PatchListing before = listing;
    background.run(listLane, () -> before.sortedBy(sort), this::listed);
  }

  @Override
  public void effectivePressed(EffectiveState state) {
    ask(QueryKey.EFFECTIVE, List.of(new QueryValue.Word(state.word())));
  }

  @Override
  public void statePressed(PatchState state) {
    ask(QueryKey.STATE, List.of(new QueryValue.Word(state.word())));
  }

  @Override
  public void edgePressed(PatchState from, PatchState to) {
    ask(
        QueryKey.STATE,
        Stream.of(from, to)
            .distinct()
            .<QueryValue>map(state -> new QueryValue.Word(state.word()))
            .toList());
  }

  private void ask(QueryKey key, List<QueryValue> values) {
    desk.search(desk.query().with(new QueryTerm(Optional.of(key), false, values, 0, 0)));
  }

  @Override
  public void monthMoved(int by) {
    YearMonth today = YearMonth.from(calendarOf(listing).today());
    month = by == 0 ? Optional.empty() : Optional.of(month.orElse(today).plusMonths(by));
    calculate();
  }

  @Override
  public void dayPressed(LocalDate pressed) {
    day = Optional.of(pressed);
    if (place.mode() != PatchesMode.CALENDAR) {
      month = Optional.of(YearMonth.from(pressed));
      modeChosen(PatchesMode.CALENDAR);
    }
    calculate();
  }

  @Override
  public void dayAsked() {
    day.ifPresent(asked -> desk.search(calendarOf(listing).asking(desk.query(), asked)));
  }

  @Override
  public void calendarExported() {
    desk.export("patches-ttl.ics", calendarOf(listing)::file);
  }

  @Override
  public void anomalyOpened(int index) {
    odd.filter(found -> index >= 0 && index < found.odd().size())
        .ifPresent(found -> {
          tab = PatchTabs.Tab.LIFE;
          opened.open(found.odd().get(index).row());
          desk.focusRows();
        });
  }

  @Override
  public void pageClosed() {
    opened.close();
    desk.focusRows();
  }

  @Override
  public void tabChosen(PatchTabs.Tab chosen) {
    tab = chosen;
    show();
  }

  @Override
  public void exportDiff(Part part, Format format) {
    opened.examined().ifPresent(patch -> exports.diff(patch, part, format));
  }

  @Override
  public void exportFix() {
    opened.examined().ifPresent(exports::fix);
  }

  @Override
  public void copyHistory() {
    opened.row().ifPresent(exports::history);
  }

  @Override
  public void exportSuggestions() {
    opened.row().ifPresent(exports::suggestions);
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
