package io.suturescope.app.screens;

import io.suturescope.app.imports.FollowedSources;
import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.Triage;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryParse;
import io.suturescope.model.query.QueryProblem;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.views.alerts.AlertsState;
import io.suturescope.views.alerts.WhatIfState;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.digest.DigestState;
import io.suturescope.views.frame.FrameActions;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.frame.FrameState.RailEntry;
import io.suturescope.views.incidents.IncidentsState;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.sources.SourcesState;
import io.suturescope.views.today.TodayState;
import io.suturescope.views.verdicts.VerdictsState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The window around the screens: query, range, zone, commands, imports, status. Each screen asks
/// it, as its {@link Desk}, for what concerns the whole.
public final class FramePresenter
    implements FrameActions, Desk, Attempts.Listener, Decisions.Listener {

  private static final long STEP_PAUSE_NANOS = 500_000_000;
  private static final long FOLLOW_MILLIS = 1_000;

  private final IncidentStore store;
  private final Background background;
  private final WindowClock clock;
  private final Window window;
  private final SettingsKeeper settings;
  private final Consumer<FrameState> frame;
  private final Supplier<Path> sample;
  private final Attempts attempts;
  private final Decisions decisions;
  private final FollowedSources followed = new FollowedSources();
  private final QueryBar bar = new QueryBar();
  private final Lane countLane = Lane.newestWins("counts");
  private final Lane completionLane = Lane.newestWins("completion");
  private final Lane followLane = Lane.newestWins("follow");
  private final Lane sweepLane = Lane.newestWins("sweep");
  private final Lane sampleLane = Lane.oneAfterAnother("sample");
  private final Lane exportLane = Lane.oneAfterAnother("export");

  /// The screens whose rows the query chooses.
  private static final Set<Screen> FOLLOWING =
      Set.of(Screen.INCIDENTS, Screen.PATCHES, Screen.VERDICTS);

  private final Map<Screen, ScreenPresenter> presenters = new EnumMap<>(Screen.class);
  private Optional<IncidentsPresenter> incidents = Optional.empty();
  private Optional<PatchesPresenter> patches = Optional.empty();
  private Optional<SourcesPresenter> sources = Optional.empty();
  private final Set<Screen> stale = EnumSet.allOf(Screen.class);
  private Screen screen = Screen.TODAY;
  private Counts counts = new Counts(0, 0, 0, 0);
  private Optional<FrameState.Toast> toast = Optional.empty();
  private Runnable wayBack = () -> {};
  private Optional<FrameState.ErrorNotice> error = Optional.empty();
  private long lastStep;
  private boolean following;

  private record Counts(long crashes, long patches, long sources, long problems) {}

  /// @param sample unpacks the sample and says where; off the UI thread
  public FramePresenter(
      IncidentStore store,
      Background background,
      WindowClock clock,
      Window window,
      SettingsKeeper settings,
      Supplier<Path> sample,
      Consumer<FrameState> frame) {
    this.store = store;
    this.background = background;
    this.clock = clock;
    this.window = window;
    this.settings = settings;
    this.sample = sample;
    this.frame = frame;
    this.attempts = new Attempts(store, background, this);
    this.decisions = new Decisions(store.triage(), background, this);
  }

  /// Makes the presenter of this screen, which then follows the window; likewise below.
  public TodayPresenter today(Consumer<TodayState> screen) {
    TodayPresenter made = new TodayPresenter(this, background, clock, this::lastVisit, screen);
    presenters.put(Screen.TODAY, made);
    return made;
  }

  private Optional<Instant> lastVisit() {
    try {
      return store.setting(IncidentStore.LAST_VISIT).map(Instant::parse);
    } catch (DateTimeParseException e) {
      // Written by another program: then there is no last visit.
      return Optional.empty();
    }
  }

  public IncidentsPresenter incidents(Evidence evidence, Consumer<IncidentsState> screen) {
    IncidentsPresenter made = new IncidentsPresenter(this, background, clock, evidence, screen);
    presenters.put(Screen.INCIDENTS, made);
    incidents = Optional.of(made);
    return made;
  }

  public PatchesPresenter patches(Consumer<PatchesState> screen) {
    PatchesPresenter made = new PatchesPresenter(this, background, clock, screen);
    presenters.put(Screen.PATCHES, made);
    patches = Optional.of(made);
    return made;
  }

  public WhatIfPresenter whatIf(Consumer<WhatIfState> screen) {
    WhatIfPresenter made = new WhatIfPresenter(this, background, screen);
    presenters.put(Screen.WHAT_IF, made);
    return made;
  }

  public AlertsPresenter alerts(Consumer<AlertsState> screen) {
    AlertsPresenter made = new AlertsPresenter(this, background, screen);
    presenters.put(Screen.ALERTS, made);
    return made;
  }

  public VerdictsPresenter verdicts(Consumer<VerdictsState> screen) {
    VerdictsPresenter made = new VerdictsPresenter(this, background, screen);
    presenters.put(Screen.VERDICTS, made);
    return made;
  }

  public DigestPresenter digest(Consumer<DigestState> screen) {
    DigestPresenter made = new DigestPresenter(this, background, screen);
    presenters.put(Screen.DIGEST, made);
    return made;
  }

  public SourcesPresenter sources(Evidence evidence, Consumer<SourcesState> screen) {
    SourcesPresenter made = new SourcesPresenter(this, background, attempts, evidence, screen);
    presenters.put(Screen.SOURCES, made);
    sources = Optional.of(made);
    return made;
  }

  /// Shows everything for the first time, and imports what was named at the start.
  void begin(Optional<Screen> first, IncidentQuery query, List<Path> paths) {
    first.ifPresent(wanted -> screen = wanted);
    bar.set(query);
    clock.show(settings.now().localTime() ? ZoneId.systemDefault() : clock.getZone());
    reloadAll();
    if (!paths.isEmpty()) {
      importPaths(paths);
    }
    sweep();
    background.every(FOLLOW_MILLIS, this::follow);
  }

  public Screen screen() {
    return screen;
  }

  private void reloadAll() {
    stale.addAll(EnumSet.allOf(Screen.class));
    reload(screen);
    Reading reading = reading();
    background.run(
        countLane,
        () ->
            new Counts(
                reading.counts(IncidentQuery.ALL).total(),
                reading.patches(IncidentQuery.ALL).size(),
                reading.sources().size(),
                reading.problemIds(
                        OptionalLong.empty(),
                        Optional.of(io.suturescope.model.origin.ImportProblem.Weight.PROBLEM),
                        Integer.MAX_VALUE)
                    .length),
        read -> {
          counts = read;
          show();
        });
    show();
  }

  /// Reads a screen again; those that nobody sees wait until they are gone to.
  private void reload(Screen wanted) {
    stale.remove(wanted);
    of(wanted).ifPresent(ScreenPresenter::reload);
  }

  private Optional<ScreenPresenter> of(Screen wanted) {
    return Optional.ofNullable(presenters.get(wanted));
  }

  private boolean isLoading() {
    return of(screen).map(ScreenPresenter::loading).orElse(false);
  }

  private void show() {
    frame.accept(
        new FrameState(
            workspaceName(),
            rail(),
            screen.id(),
            bar.state(),
            bar.range(),
            !settings.now().localTime(),
            new FrameState.Status(statusText(), counts.problems(), progress()),
            commands(),
            settings.now().recent().stream().map(Path::toString).toList(),
            FrameState.Theme.valueOf(settings.now().theme().name()),
            settings.now().fontPercent(),
            toast,
            error));
  }

  private List<FrameState.Command> commands() {
    List<FrameState.Command> all = new ArrayList<>(Commands.all(attempts.visible()));
    all.addAll(TriageCommands.all(screen == Screen.INCIDENTS));
    all.addAll(PatchCommands.all(screen));
    return all;
  }

  private String workspaceName() {
    Path name = store.file().getFileName();
    return name == null ? "" : name.toString().replace(".suturescope", "");
  }

  private List<RailEntry> rail() {
    List<RailEntry> rail = new ArrayList<>();
    for (Screen each : Screen.values()) {
      OptionalLong count =
          switch (each) {
            case TODAY, VERDICTS, ALERTS, WHAT_IF, DIGEST -> OptionalLong.empty();
            case INCIDENTS -> OptionalLong.of(counts.crashes());
            case PATCHES -> OptionalLong.of(counts.patches());
            case SOURCES -> OptionalLong.of(counts.sources());
          };
      rail.add(new RailEntry(each.id(), each.icon(), each.title(), count));
    }
    return rail;
  }

  private String statusText() {
    if (counts.sources() == 0) {
      return "Nothing imported yet";
    }
    return Words.count(counts.crashes(), "crash", "crashes")
        + " from "
        + Words.count(counts.sources(), "source", "sources");
  }

  private Optional<FrameState.Progress> progress() {
    return attempts.visible()
        ? Optional.of(new FrameState.Progress(attempts.said(), attempts.share()))
        : Optional.empty();
  }

  @Override
  public IncidentQuery query() {
    return bar.query();
  }

  @Override
  public void search(IncidentQuery query) {
    if (bar.set(query)) {
      queryMoved();
    } else {
      show();
    }
  }

  @Override
  public void searchBack() {
    if (bar.back()) {
      queryMoved();
    }
  }

  private void queryMoved() {
    stale.addAll(FOLLOWING);
    if (stale.contains(screen)) {
      reload(screen);
    }
    show();
  }

  @Override
  public void go(Screen wanted) {
    if (screen != wanted) {
      of(screen).ifPresent(ScreenPresenter::left);
    }
    screen = wanted;
    if (stale.contains(wanted)) {
      reload(wanted);
    }
    show();
    of(wanted).ifPresent(ScreenPresenter::entered);
  }

  @Override
  public void focusRows() {
    if (FOLLOWING.contains(screen) || screen == Screen.ALERTS) {
      window.focusRows();
    }
  }

  @Override
  public void openUnpatched() {
    incidents.ifPresent(IncidentsPresenter::openUnpatched);
  }

  @Override
  public void openPatch(PatchRow patch, PatchTabs.Tab tab) {
    patches.ifPresent(presenter -> presenter.open(patch, tab));
  }

  @Override
  public void openSource(long id) {
    go(Screen.SOURCES);
    sources.ifPresent(presenter -> presenter.sourceChosen(Long.toString(id)));
  }

  @Override
  public void focusQuery() {
    window.focusQuery();
  }

  @Override
  public TimeView time() {
    return new TimeView(clock.instant(), clock.getZone(), ZoneId.systemDefault());
  }

  @Override
  public Reading reading() {
    return attempts.reading();
  }

  @Override
  public Optional<Path> commandJournal() {
    return window.commandJournal();
  }

  @Override
  public void export(String name, Callable<byte[]> content) {
    window.chooseExport(name).ifPresent(file -> write(file, content));
  }

  private void write(Path file, Callable<byte[]> content) {
    background.run(
        exportLane,
        () -> Files.write(file, content.call()),
        written -> say("Written to " + written),
        cause -> {
          error =
              Optional.of(
                  new FrameState.ErrorNotice(
                      "The export could not be written",
                      file.toString(),
                      "Choose another place, or make room there.",
                      cause.toString()));
          show();
        });
  }

  @Override
  public void copy(String text) {
    window.copyText(text);
    say("Copied");
  }

  @Override
  public Triage triage() {
    return decisions.triage();
  }

  @Override
  public void decide(TriageChange change) {
    decisions.make(change);
  }

  @Override
  public void decided(String said, String back, Runnable way) {
    toast = Optional.of(new FrameState.Toast(said, Optional.of(back)));
    wayBack = way;
    stale.addAll(List.of(Screen.TODAY, Screen.INCIDENTS, Screen.ALERTS));
    stale.add(screen);
    reload(screen);
    show();
  }

  @Override
  public void nothing(String said) {
    say(said);
  }

  private void say(String said) {
    toast = Optional.of(new FrameState.Toast(said, Optional.empty()));
    show();
  }

  @Override
  public void fail(String what, Throwable cause) {
    error =
        Optional.of(
            new FrameState.ErrorNotice(
                what,
                "In the workspace " + store.file(),
                "Try again; if it stays, open another workspace and report this.",
                cause.toString()));
    show();
  }

  @Override
  public void openProject() {
    window.chooseFolder().ifPresent(folder -> importPaths(List.of(folder)));
  }

  @Override
  public void openSample() {
    background.run(sampleLane, sample::get, folder -> importPaths(List.of(folder)));
  }

  @Override
  public void cancelImport() {
    attempts.cancel();
  }

  private void importPaths(List<Path> paths) {
    for (Path path : paths) {
      settings.change(now -> now.withRecent(path.toAbsolutePath()));
    }
    attempts.start(paths, true);
    if (counts.sources() == 0 || screen == Screen.SOURCES) {
      // The rows come while the import runs.
      go(Screen.INCIDENTS);
    }
  }

  @Override
  public void importStepped() {
    sources.ifPresent(SourcesPresenter::show);
    show();
    long now = System.nanoTime();
    // A reload that is overtaken by the next one never shows anything: a slow one is waited for.
    if (now - lastStep > STEP_PAUSE_NANOS && attempts.step().isPresent() && !isLoading()) {
      lastStep = now;
      reloadAll();
    }
  }

  @Override
  public void importEnded(List<ImportOutcome> outcomes, boolean asked) {
    if (asked) {
      say(ImportWords.of(outcomes));
      if (outcomes.stream().anyMatch(ImportOutcome.Refused.class::isInstance)) {
        go(Screen.SOURCES);
      }
    }
    following = false;
    sweep();
    reloadAll();
  }

  private void sweep() {
    background.run(
        sweepLane,
        () -> {
          store.sweep();
          return true;
        },
        _ -> {});
  }

  @Override
  public void importBroke(Throwable cause) {
    following = false;
    fail("The import stopped", cause);
    reloadAll();
  }

  /// Imports again what has changed on disk since the last look.
  private void follow() {
    if (following || attempts.busy()) {
      return;
    }
    following = true;
    Reading reading = store.reading();
    background.run(
        followLane,
        () -> followed.check(reading.sources()).stream().map(FramePresenter::path).toList(),
        changed -> {
          if (changed.isEmpty()) {
            following = false;
          } else {
            attempts.start(changed, false);
          }
        },
        _ -> following = false);
  }

  private static Path path(SourceRow source) {
    return Path.of(source.identity().path());
  }

  @Override
  public void screenChosen(String id) {
    Screen.of(id).ifPresent(this::go);
  }

  @Override
  public void queryChanged(String text, int caret) {
    bar.typed(text);
    show();
    Reading reading = reading();
    background.run(
        completionLane,
        () -> QueryBar.completions(reading, text, caret),
        found -> {
          bar.offered(found);
          show();
        });
  }

  @Override
  public void querySubmitted(String text) {
    background.cancel(completionLane);
    switch (IncidentQuery.parse(text)) {
      case QueryParse.Understood(IncidentQuery query) -> {
        search(query);
        go(FOLLOWING.contains(screen) ? screen : Screen.INCIDENTS);
      }
      case QueryParse.Wrong(List<QueryProblem> problems) -> {
        bar.wrong(problems);
        show();
      }
    }
  }

  @Override
  public void rangeChosen(FrameState.Range range) {
    search(bar.ranged(range));
  }

  @Override
  public void utcChosen(boolean utc) {
    settings.change(now -> now.withLocalTime(!utc));
    clock.show(settings.now().zone());
    reloadAll();
  }

  @Override
  public void themeChosen(FrameState.Theme theme) {
    settings.change(
        now -> now.withTheme(io.suturescope.app.settings.Settings.Theme.valueOf(theme.name())));
    show();
  }

  @Override
  public void fontScaleChosen(int percent) {
    settings.change(now -> now.withFontPercent(percent));
    show();
  }

  @Override
  public void dropped(List<Path> paths) {
    importPaths(paths);
  }

  @Override
  public void recentChosen(String path) {
    importPaths(List.of(Path.of(path)));
  }

  @Override
  public void importCancelled() {
    cancelImport();
  }

  @Override
  public void problemsOpened() {
    go(Screen.SOURCES);
  }

  @Override
  public void toastUndone() {
    toastClosed();
    wayBack.run();
  }

  @Override
  public void toastClosed() {
    toast = Optional.empty();
    show();
  }

  @Override
  public void errorClosed() {
    error = Optional.empty();
    show();
  }

  @Override
  public void commandRun(String id) {
    if (id.startsWith(Commands.GO)) {
      screenChosen(id.substring(Commands.GO.length()));
      return;
    }
    if (id.startsWith(Commands.THEME)) {
      String theme = id.substring(Commands.THEME.length()).toUpperCase(Locale.ROOT);
      themeChosen(FrameState.Theme.valueOf(theme));
      return;
    }
    switch (id) {
      case Commands.OPEN_PROJECT -> openProject();
      case Commands.OPEN_FILES -> {
        List<Path> files = window.chooseFiles();
        if (!files.isEmpty()) {
          importPaths(files);
        }
      }
      case Commands.OPEN_SAMPLE -> openSample();
      case Commands.NEW_WORKSPACE -> window.chooseNewWorkspace().ifPresent(window::reopen);
      case Commands.OPEN_WORKSPACE -> window.chooseWorkspace().ifPresent(window::reopen);
      case Commands.CANCEL_IMPORT -> cancelImport();
      case Commands.QUIT -> window.quit();
      case Commands.RELOAD -> reloadAll();
      case Commands.ZONE -> utcChosen(settings.now().localTime());
      case Commands.LARGER -> fontScaleChosen(settings.now().fontPercent() + 10);
      case Commands.SMALLER -> fontScaleChosen(settings.now().fontPercent() - 10);
      case Commands.USUAL_SIZE -> fontScaleChosen(100);
      case Commands.FIND -> focusQuery();
      case Commands.CLEAR -> search(IncidentQuery.ALL);
      case Commands.PALETTE -> window.openPalette();
      case Commands.KEYS -> window.openKeyboardSheet();
      case TriageCommands.UNDO -> decisions.undo();
      case TriageCommands.REDO -> decisions.redo();
      default -> runOnRows(id);
    }
  }

  private void runOnRows(String id) {
    Optional<PatchesMode> mode = PatchCommands.mode(id);
    if (mode.isPresent()) {
      patches.ifPresent(presenter -> {
        go(Screen.PATCHES);
        presenter.pageClosed();
        presenter.modeChosen(mode.get());
      });
    } else if (PatchCommands.isHistory(id)) {
      patches.ifPresent(PatchesPresenter::copyHistory);
    } else if (PatchCommands.isPostMortem(id)) {
      incidents.ifPresent(IncidentsPresenter::exportPostMortem);
    } else {
      incidents.ifPresent(stream -> TriageCommands.run(id, stream));
    }
  }
}
