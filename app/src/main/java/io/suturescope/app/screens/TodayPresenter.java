package io.suturescope.app.screens;

import io.suturescope.app.digest.DigestRequest;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.today.CallerValues;
import io.suturescope.app.today.Matter;
import io.suturescope.app.today.Morning;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.patch.EffectiveState;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.timeline.BucketSteps;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.TimelineState;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.digest.DigestActions.Form;
import io.suturescope.views.today.TodayActions;
import io.suturescope.views.today.TodayState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What needs somebody this morning, from incidents, patches on disk and problems.
public final class TodayPresenter implements TodayActions, ScreenPresenter {

  private static final Duration DAY = Duration.ofHours(24);
  private static final int NIGHT_BARS = 50;
  private static final int CALLERS = 6;

  private final Desk desk;
  private final Background background;
  private final Clock clock;
  private final Supplier<Optional<Instant>> lastVisit;
  private final Consumer<TodayState> screen;
  private final Lane lane = Lane.newestWins("today");
  private final Lane fixLane = Lane.newestWins("today fixes");
  private final Lane copyLane = Lane.newestWins("today copy");

  private Optional<Loaded> loaded = Optional.empty();
  private Optional<Matter> withoutFix = Optional.empty();

  /// @param lastVisit is asked off the UI thread
  TodayPresenter(
      Desk desk,
      Background background,
      Clock clock,
      Supplier<Optional<Instant>> lastVisit,
      Consumer<TodayState> screen) {
    this.desk = desk;
    this.background = background;
    this.clock = clock;
    this.lastVisit = lastVisit;
    this.screen = screen;
  }

  /// What was read.
  ///
  /// @param rest the state without what needs somebody
  private record Loaded(List<Matter> matters, TodayState rest) {}

  @Override
  public boolean loading() {
    return background.busy(lane) || background.busy(fixLane);
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    TimeView time = desk.time();
    background.run(lane, () -> load(reading, time), this::show);
    PatchExaminer examiner = new PatchExaminer(reading, clock);
    background.run(
        fixLane,
        () -> new Morning(reading, time.now(), "").withoutFix(examiner),
        found -> {
          withoutFix = found;
          loaded.ifPresent(this::show);
        });
  }

  private void show(Loaded read) {
    loaded = Optional.of(read);
    List<Matter> matters = new ArrayList<>(read.matters());
    withoutFix.ifPresent(matters::add);
    matters.sort(Comparator.comparing(Matter::kind));
    screen.accept(read.rest().needing(matters.stream().map(TodayPresenter::need).toList()));
  }

  private Loaded load(Reading reading, TimeView time) {
    if (reading.sources().isEmpty()) {
      return new Loaded(
          List.of(),
          new TodayState(
              Emptiness.NOTHING_IMPORTED,
              time,
              List.of(),
              List.of(),
              Optional.empty(),
              "",
              List.of()));
    }
    TimeRange night = new TimeRange(time.now().minus(DAY), time.now());
    SeverityTimeline bars =
        reading.timeline(
            between(night.start(), night.end()),
            BucketSteps.covered(night, NIGHT_BARS, time.zone()),
            BucketSteps.starts(night, NIGHT_BARS, time.zone()));
    boolean quiet = bars.total().total() == 0;
    TodayState rest =
        new TodayState(
            Emptiness.NOT_EMPTY,
            time,
            List.of(),
            tiles(reading, time.now()),
            quiet
                ? Optional.empty()
                : Optional.of(new TimelineState(bars, Optional.empty(), time, List.of())),
            quiet ? quietSentence(reading, time) : NightSentence.of(bars, time.zone()),
            CallerValues.of(reading, between(night.start(), night.end()), CALLERS).stream()
                .map(TodayPresenter::caller)
                .toList());
    return new Loaded(new Morning(reading, time.now(), since(time)).matters(), rest);
  }

  private String since(TimeView time) {
    return lastVisit
        .get()
        .map(at -> "since " + NightSentence.lately(at, time.now(), time.zone()))
        .orElse("in this workspace");
  }

  private static String quietSentence(Reading reading, TimeView time) {
    Optional<TimeRange> all = reading.extent(IncidentQuery.ALL);
    return all.map(range ->
            "No crash in the last 24 hours; the last one was "
                + NightSentence.day(range.end(), time.zone())
                + ".")
        .orElse("No crash is known.");
  }

  private static TodayState.CallerValue caller(CallerValues.CallerValue value) {
    return new TodayState.CallerValue(
        Redaction.masked(value.target(), PythonText.of(value.json())),
        value.crashes(),
        value.function(),
        value.sensitive().map(word -> new Chip(word, Tone.CRITICAL)));
  }

  private static TodayState.Need need(Matter matter) {
    return new TodayState.Need(
        matter.kind().name(),
        matter.count(),
        switch (matter.kind()) {
          case DEFECTS, EXPIRED, FRESH -> Tone.CRITICAL;
          case DIVERGENT -> Tone.DIVERGENT;
          case UNPATCHED, SIGNATURE, NO_FIX -> Tone.HIGH;
          case REMOVABLE -> Tone.UNNECESSARY;
          case PROBLEMS -> Tone.LOW;
        },
        matter.title(),
        matter.sentence(),
        switch (matter.kind()) {
          case DEFECTS -> "See sources";
          case EXPIRED -> "Review " + matter.count();
          case DIVERGENT -> "Compare values";
          case FRESH -> "Open";
          case UNPATCHED, NO_FIX, REMOVABLE -> "Show";
          case SIGNATURE -> "See trust";
          case PROBLEMS -> "See lines";
        });
  }

  private static List<TodayState.Tile> tiles(Reading reading, Instant now) {
    IncidentQuery today = between(now.minus(DAY), now);
    IncidentQuery before = between(now.minus(DAY).minus(DAY), now.minus(DAY));
    long crashes = reading.counts(today).total();
    long crashesBefore = reading.counts(before).total();
    long functions = reading.groupIds(today, GroupOrder.LAST_SEEN).length;
    long functionsBefore = reading.groupIds(before, GroupOrder.LAST_SEEN).length;
    List<PatchRow> loading =
        reading.patches(IncidentQuery.ALL).stream().filter(TodayPresenter::loads).toList();
    long expired =
        loading.stream()
            .filter(row ->
                row.effectiveState() == EffectiveState.EXPIRED_LOADS
                    || row.effectiveState() == EffectiveState.EXPIRED_LIVE)
            .count();
    return List.of(
        tile("crashes", "Crashes, 24 h", crashes, crashesBefore),
        tile("functions", "Functions crashed, 24 h", functions, functionsBefore),
        new TodayState.Tile(
            "patches",
            "Patches that load",
            loading.size(),
            OptionalLong.empty(),
            expired > 0 ? expired + " expired" : "",
            Tone.CRITICAL),
        new TodayState.Tile(
            "all",
            "Crashes in all",
            reading.counts(IncidentQuery.ALL).total(),
            OptionalLong.empty(),
            "",
            Tone.NEUTRAL));
  }

  private static boolean loads(PatchRow row) {
    return switch (row.effectiveState()) {
      case LIVE, LOADS, EXPIRED_LIVE, EXPIRED_LOADS, REOPENED -> true;
      case REFUSED, FILE_GONE, MEMORY_ONLY, ROLLED_BACK, ROLLED_BACK_UNPROVEN, FIXED -> false;
    };
  }

  private static TodayState.Tile tile(String id, String label, long value, long before) {
    Tone tone = value > before ? Tone.CRITICAL : Tone.NEUTRAL;
    return new TodayState.Tile(id, label, value, OptionalLong.of(value - before), "", tone);
  }

  private static IncidentQuery between(Instant start, Instant end) {
    return TimelineWindow.limited(IncidentQuery.ALL, new TimeRange(start, end));
  }

  @Override
  public void needActed(String id) {
    Optional<Matter> wanted =
        loaded.stream()
            .flatMap(read -> read.matters().stream())
            .filter(matter -> matter.kind().name().equals(id))
            .findFirst()
            .or(() -> withoutFix.filter(matter -> matter.kind().name().equals(id)));
    wanted.ifPresent(this::act);
  }

  private void act(Matter matter) {
    switch (matter.kind()) {
      case DEFECTS, PROBLEMS -> matter.source().ifPresent(desk::openSource);
      case FRESH -> open(matter.query(), Screen.INCIDENTS);
      case UNPATCHED -> {
        open(matter.query(), Screen.INCIDENTS);
        desk.openUnpatched();
      }
      case DIVERGENT -> open(matter.query(), Screen.VERDICTS);
      case EXPIRED, SIGNATURE, NO_FIX, REMOVABLE -> open(matter.query(), Screen.PATCHES);
    }
  }

  private void open(IncidentQuery query, Screen where) {
    desk.search(query);
    desk.go(where);
  }

  @Override
  public void tileOpened(String id) {
    switch (id) {
      case "patches" -> open(IncidentQuery.ALL, Screen.PATCHES);
      case "all" -> open(IncidentQuery.ALL, Screen.INCIDENTS);
      default ->
          open(
              IncidentQuery.ALL.with(QueryTerm.of(QueryKey.SINCE, new QueryValue.Ago(DAY))),
              Screen.INCIDENTS);
    }
  }

  @Override
  public void nightBrushed(TimeRange range) {
    open(TimelineWindow.limited(IncidentQuery.ALL, range), Screen.INCIDENTS);
  }

  @Override
  public void callerOpened(String function) {
    open(
        IncidentQuery.ALL.with(QueryTerm.of(QueryKey.FN, new QueryValue.Text(function))),
        Screen.PATCHES);
  }

  @Override
  public void digestCopied() {
    Reading reading = desk.reading();
    DigestSheet.Wish wish = todaysDigest();
    background.run(
        copyLane,
        () -> DigestSheet.read(reading, wish).text(reading, Form.GITHUB),
        desk::copy,
        cause -> desk.fail("The digest could not be read", cause));
  }

  @Override
  public void digestExported() {
    Reading reading = desk.reading();
    DigestSheet.Wish wish = todaysDigest();
    desk.export(
        "digest-" + DigestSheet.today(wish.style(), wish.time()) + ".md",
        () -> DigestSheet.read(reading, wish).bytes(reading, Form.GITHUB));
  }

  private DigestSheet.Wish todaysDigest() {
    return new DigestSheet.Wish(
        false,
        Optional.empty(),
        DigestRequest.Style.SUTURESCOPE,
        OptionalLong.empty(),
        desk.time(),
        desk.commandJournal());
  }

  @Override
  public void openProject() {
    desk.openProject();
  }

  @Override
  public void openSample() {
    desk.openSample();
  }
}
