package io.suturescope.app.screens;

import io.suturescope.app.store.GroupOrder;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.StoredProblem;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.ImportProblem.Weight;
import io.suturescope.model.query.Comparison;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.timeline.BucketSteps;
import io.suturescope.model.timeline.SeverityCounts;
import io.suturescope.model.timeline.SeverityTimeline;
import io.suturescope.model.timeline.TimeRange;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.TimelineState;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.today.TodayActions;
import io.suturescope.views.today.TodayState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// What needs somebody this morning, from incidents, patches on disk and problems.
public final class TodayPresenter implements TodayActions, ScreenPresenter {

  private static final Duration DAY = Duration.ofHours(24);
  private static final int NIGHT_BARS = 50;
  private static final int MOST = 1_000_000;

  private final Desk desk;
  private final Background background;
  private final Consumer<TodayState> screen;
  private final Lane lane = Lane.newestWins("today");

  TodayPresenter(Desk desk, Background background, Consumer<TodayState> screen) {
    this.desk = desk;
    this.background = background;
    this.screen = screen;
  }

  /// The rows, each with the query or screen that its button leads to.
  enum Matter {
    UPGRADE,
    EXPIRED,
    NEW,
    UNPATCHED,
    SIGNATURE,
    PROBLEMS
  }

  @Override
  public boolean loading() {
    return background.busy(lane);
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    TimeView time = desk.time();
    background.run(lane, () -> load(reading, time), screen);
  }

  private static TodayState load(Reading reading, TimeView time) {
    if (reading.sources().isEmpty()) {
      return new TodayState(
          Emptiness.NOTHING_IMPORTED, time, List.of(), List.of(), Optional.empty(), "", List.of());
    }
    TimeRange night = new TimeRange(time.now().minus(DAY), time.now());
    SeverityTimeline bars =
        reading.timeline(
            between(night.start(), night.end()),
            BucketSteps.covered(night, NIGHT_BARS, time.zone()),
            BucketSteps.starts(night, NIGHT_BARS, time.zone()));
    boolean quiet = bars.total().total() == 0;
    return new TodayState(
        Emptiness.NOT_EMPTY,
        time,
        needs(reading),
        tiles(reading, time.now()),
        quiet
            ? Optional.empty()
            : Optional.of(new TimelineState(bars, Optional.empty(), time, List.of())),
        quiet ? quietSentence(reading, time) : NightSentence.of(bars, time.zone()),
        List.of());
  }

  private static String quietSentence(Reading reading, TimeView time) {
    Optional<TimeRange> all = reading.extent(IncidentQuery.ALL);
    return all.map(range ->
            "No crash in the last 24 hours; the last one was "
                + NightSentence.day(range.end(), time.zone())
                + ".")
        .orElse("No crash is known.");
  }

  private static List<TodayState.Need> needs(Reading reading) {
    List<TodayState.Need> needs = new ArrayList<>();
    List<StoredProblem> defects =
        reading.problems(
            reading.problemIds(OptionalLong.empty(), Optional.of(Weight.DEFECT), MOST));
    if (!defects.isEmpty()) {
      add(
          needs,
          id(Matter.UPGRADE, defects.getFirst()),
          defects.size(),
          Tone.CRITICAL,
          "Known defects of CodeSuture show here",
          firstOf(defects),
          "See sources");
    }
    long expired = reading.patches(query(QueryKey.EFFECTIVE, "expired_loads")).size();
    add(
        needs,
        Matter.EXPIRED,
        expired,
        Tone.HIGH,
        "Expired, and loaded again at the next start",
        "CodeSuture warns and loads them all the same. Whether they are live now, only an agent knows.",
        "Show");
    SeverityCounts fresh = reading.counts(StreamTriage.and(newAndBad(), true));
    add(
        needs,
        Matter.NEW,
        fresh.total(),
        fresh.critical() > 0 ? Tone.CRITICAL : Tone.HIGH,
        "New critical and high since the last visit",
        newSentence(fresh),
        "Open");
    unpatched(reading, needs);
    long refused = reading.patches(query(QueryKey.SIGNATURE, "invalid", "unsigned")).size();
    add(
        needs,
        Matter.SIGNATURE,
        refused,
        Tone.HIGH,
        "Signature refused or missing",
        "CodeSuture will not load these patches.",
        "Show");
    List<StoredProblem> problems =
        reading.problems(
            reading.problemIds(OptionalLong.empty(), Optional.of(Weight.PROBLEM), MOST));
    if (!problems.isEmpty()) {
      add(
          needs,
          id(Matter.PROBLEMS, problems.getFirst()),
          problems.size(),
          Tone.LOW,
          "Could not be read",
          where(problems.getFirst()),
          "See lines");
    }
    return needs;
  }

  private static String newSentence(SeverityCounts fresh) {
    String critical = String.format(Locale.ROOT, "%,d critical", fresh.critical());
    String high = String.format(Locale.ROOT, "%,d high", fresh.high());
    if (fresh.critical() == 0 || fresh.high() == 0) {
      return (fresh.high() == 0 ? critical : high) + ".";
    }
    return critical + ", " + high + ".";
  }

  private static void unpatched(Reading reading, List<TodayState.Need> needs) {
    List<UnpatchedCrash> crashes =
        UnpatchedCrash.group(reading.notPatched(IncidentQuery.ALL, 10_000));
    if (crashes.isEmpty()) {
      return;
    }
    UnpatchedCrash first = crashes.getFirst();
    add(
        needs,
        Matter.UNPATCHED,
        crashes.size(),
        Tone.HIGH,
        "Crashed, not patched",
        Words.shortName(first.latest().fact().function())
            + (crashes.size() > 1 ? " and others: " : ": ")
            + StorySentence.why(first.latest().fact()),
        "Show");
  }

  private static String firstOf(List<StoredProblem> defects) {
    StoredProblem first = defects.getFirst();
    return first.source().identity().displayName() + ": " + first.problem().reason() + ".";
  }

  private static String where(StoredProblem problem) {
    String line = problem.problem().line() > 0 ? ":" + problem.problem().line() : "";
    return problem.problem().file() + line + ": " + problem.problem().reason() + ".";
  }

  private static void add(
      List<TodayState.Need> needs,
      Matter matter,
      long count,
      Tone tone,
      String title,
      String sentence,
      String action) {
    add(needs, matter.name(), count, tone, title, sentence, action);
  }

  private static void add(
      List<TodayState.Need> needs,
      String id,
      long count,
      Tone tone,
      String title,
      String sentence,
      String action) {
    if (count > 0) {
      needs.add(new TodayState.Need(id, count, tone, title, sentence, action));
    }
  }

  /// A row that leads to the source of a problem.
  private static String id(Matter matter, StoredProblem problem) {
    return matter.name() + ":" + problem.source().id();
  }

  private static IncidentQuery query(QueryKey key, String... words) {
    List<QueryValue> values = new ArrayList<>();
    for (String word : words) {
      values.add(new QueryValue.Word(word));
    }
    return new IncidentQuery(List.of(new QueryTerm(Optional.of(key), false, values, 0, 0)));
  }

  private static IncidentQuery newAndBad() {
    return query(QueryKey.IS, "new")
        .with(
            QueryTerm.of(
                QueryKey.SEVERITY, new QueryValue.Level(Comparison.AT_LEAST, Severity.HIGH)));
  }

  private static List<TodayState.Tile> tiles(Reading reading, Instant now) {
    IncidentQuery today = between(now.minus(DAY), now);
    IncidentQuery before = between(now.minus(DAY).minus(DAY), now.minus(DAY));
    long crashes = reading.counts(today).total();
    long crashesBefore = reading.counts(before).total();
    long functions = reading.groupIds(today, GroupOrder.LAST_SEEN).length;
    long functionsBefore = reading.groupIds(before, GroupOrder.LAST_SEEN).length;
    long patches = reading.patches(IncidentQuery.ALL).stream().filter(p -> !p.gone()).count();
    return List.of(
        tile("crashes", "Crashes, 24 h", crashes, crashesBefore),
        tile("functions", "Functions crashed, 24 h", functions, functionsBefore),
        new TodayState.Tile(
            "patches", "Patches on disk", patches, OptionalLong.empty(), "", Tone.NEUTRAL),
        new TodayState.Tile(
            "all",
            "Crashes in all",
            reading.counts(IncidentQuery.ALL).total(),
            OptionalLong.empty(),
            "",
            Tone.NEUTRAL));
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
    switch (Matter.valueOf(id.replaceFirst(":.*", ""))) {
      case UPGRADE, PROBLEMS -> desk.openSource(Long.parseLong(id.substring(id.indexOf(':') + 1)));
      case EXPIRED -> open(query(QueryKey.EFFECTIVE, "expired_loads"));
      case NEW -> open(newAndBad());
      case UNPATCHED -> {
        open(IncidentQuery.ALL);
        desk.openUnpatched();
      }
      case SIGNATURE -> open(query(QueryKey.SIGNATURE, "invalid", "unsigned"));
    }
  }

  private void open(IncidentQuery query) {
    desk.search(query);
    desk.go(Screen.INCIDENTS);
  }

  @Override
  public void tileOpened(String id) {
    boolean day = id.equals("crashes") || id.equals("functions");
    open(
        day
            ? IncidentQuery.ALL.with(QueryTerm.of(QueryKey.SINCE, new QueryValue.Ago(DAY)))
            : IncidentQuery.ALL);
  }

  @Override
  public void nightBrushed(TimeRange range) {
    open(TimelineWindow.limited(IncidentQuery.ALL, range));
  }

  @Override
  public void callerOpened(String function) {
    open(IncidentQuery.ALL.with(QueryTerm.of(QueryKey.FN, new QueryValue.Text(function))));
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
