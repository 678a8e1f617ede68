package io.suturescope.app.screens;

import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceDetails;
import io.suturescope.app.store.SourceReport;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.StoredProblem;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.Lane;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.sources.SourcesActions;
import io.suturescope.views.sources.SourcesState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// What was imported, what runs, and what could not be read.
public final class SourcesPresenter implements SourcesActions, ScreenPresenter {

  private static final int PROBLEMS = 1_000_000;
  private static final String CONFIG = ".codesuture.toml";

  private final Desk desk;
  private final Background background;
  private final Attempts attempts;
  private final Evidence evidence;
  private final Consumer<SourcesState> screen;
  private final Lane listLane = Lane.newestWins("sources");
  private final Lane revealLane = Lane.newestWins("reveal");
  private final Lane problemLane = Lane.newestWins("problems");

  private List<SourcesState.Source> stored = List.of();
  private Optional<String> chosen = Optional.empty();
  private Optional<Shown> shown = Optional.empty();
  private SourcesState.Filter filter = SourcesState.Filter.ALL;
  private double divider = 0.3;
  private Optional<String> revealed = Optional.empty();

  SourcesPresenter(
      Desk desk,
      Background background,
      Attempts attempts,
      Evidence evidence,
      Consumer<SourcesState> screen) {
    this.desk = desk;
    this.evidence = evidence;
    this.background = background;
    this.attempts = attempts;
    this.screen = screen;
  }

  private record Shown(
      SourceDetails details,
      List<String> limits,
      long problemCount,
      long warningCount,
      ProblemRows rows) {}

  private record Loaded(List<SourcesState.Source> sources, Optional<Shown> shown) {}

  /// Problems by index; those that were read are there.
  private static final class ProblemRows implements RowWindow<ImportProblem> {
    private final long[] ids;
    private final Map<Long, ImportProblem> read = new HashMap<>();

    ProblemRows(long[] ids) {
      this.ids = ids;
    }

    @Override
    public int size() {
      return ids.length;
    }

    @Override
    public Optional<ImportProblem> row(int index) {
      return Optional.ofNullable(read.get(ids[index]));
    }

    long[] missing(int from, int to) {
      return java.util.stream.IntStream.range(Math.max(0, from), Math.min(to, ids.length))
          .mapToLong(i -> ids[i])
          .filter(id -> !read.containsKey(id))
          .toArray();
    }
  }

  @Override
  public boolean loading() {
    return background.busy(listLane);
  }

  @Override
  public void reload() {
    Reading reading = desk.reading();
    Optional<String> wanted = chosen;
    SourcesState.Filter wantedFilter = filter;
    background.run(
        listLane,
        () -> load(reading, wanted, wantedFilter),
        loaded -> {
          stored = loaded.sources();
          shown = loaded.shown();
          show();
        });
  }

  private static Loaded load(Reading reading, Optional<String> wanted, SourcesState.Filter filter) {
    List<SourcesState.Source> sources = new ArrayList<>();
    List<SourceDetails> known = new ArrayList<>();
    for (SourceRow row : reading.sources()) {
      Optional<SourceDetails> details = reading.source(row.id());
      if (details.isEmpty()) {
        continue;
      }
      String id = Long.toString(row.id());
      sources.add(
          new SourcesState.Source(
              id,
              row.identity().displayName(),
              row.identity().path(),
              row.lastImport(),
              counts(details.get().report(), defects(reading, row)),
              new SourcesState.Import.Done()));
      known.add(details.get());
    }
    Optional<SourceDetails> chosen =
        known.stream()
            .filter(each -> wanted.equals(Optional.of(Long.toString(each.source().id()))))
            .findFirst()
            .or(() -> worst(reading, known));
    return new Loaded(sources, chosen.map(each -> shown(reading, each.source(), each, filter)));
  }

  private static long defects(Reading reading, SourceRow row) {
    return reading.problemIds(
            OptionalLong.of(row.id()), Optional.of(ImportProblem.Weight.DEFECT), PROBLEMS)
        .length;
  }

  /// The source to show when nobody chose one: with defects, else with problems, else the first.
  private static Optional<SourceDetails> worst(Reading reading, List<SourceDetails> known) {
    return known.stream()
        .filter(each -> defects(reading, each.source()) > 0)
        .findFirst()
        .or(() -> known.stream().filter(each -> !each.report().problems().isEmpty()).findFirst())
        .or(() -> known.stream().findFirst());
  }

  private static Shown shown(
      Reading reading, SourceRow row, SourceDetails details, SourcesState.Filter filter) {
    OptionalLong source = OptionalLong.of(row.id());
    Optional<ImportProblem.Weight> weight =
        switch (filter) {
          case ALL -> Optional.empty();
          case PROBLEMS -> Optional.of(ImportProblem.Weight.PROBLEM);
          case WARNINGS -> Optional.of(ImportProblem.Weight.WARNING);
        };
    long[] defects = reading.problemIds(source, Optional.of(ImportProblem.Weight.DEFECT), PROBLEMS);
    List<String> limits =
        reading.problems(defects).stream().map(p -> sentence(p.problem().reason())).toList();
    SourceReport report = details.report();
    ProblemRows rows = new ProblemRows(reading.problemIds(source, weight, PROBLEMS));
    reading
        .problems(rows.missing(0, 60))
        .forEach(problem -> rows.read.put(problem.id(), problem.problem()));
    return new Shown(
        details,
        limits,
        report.problems().size() + report.problemsOmitted(),
        report.warnings().size() + report.warningsOmitted(),
        rows);
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }

  private static String counts(SourceReport report, long defects) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.count(report.incidents().crashes(), "crash", "crashes"));
    if (report.patches().codeFiles() > 0) {
      parts.add(Words.count(report.patches().codeFiles(), "patch", "patches"));
    }
    long problems = report.problems().size() + report.problemsOmitted();
    if (problems > 0) {
      parts.add(Words.count(problems, "problem", "problems"));
    }
    if (defects > 0) {
      parts.add(Words.count(defects, "known defect", "known defects"));
    }
    return String.join(" · ", parts);
  }

  /// What was revealed is hidden again when the screen is left.
  @Override
  public void left() {
    if (revealed.isPresent()) {
      revealed = Optional.empty();
      show();
    }
  }

  void show() {
    List<SourcesState.Source> all = new ArrayList<>(attempts.asSources());
    all.addAll(stored);
    screen.accept(new SourcesState(desk.time(), all, shown.map(this::detail), divider));
  }

  private SourcesState.Detail detail(Shown current) {
    SourceRow row = current.details().source();
    return new SourcesState.Detail(
        Long.toString(row.id()),
        row.identity().displayName(),
        row.identity().path(),
        SourceNumbers.of(current.details().report()),
        current.limits(),
        current.details().learnedRules(),
        current.details().alertConfig(),
        revealed,
        filter,
        current.rows(),
        current.problemCount(),
        current.warningCount());
  }

  @Override
  public void alertsRevealed() {
    if (shown.isEmpty()) {
      return;
    }
    SourceRow source = shown.get().details().source();
    background.run(
        revealLane,
        () -> evidence.file(source.identity(), CONFIG),
        text -> {
          revealed = Optional.of(text.orElse("The file is not there any more."));
          show();
        });
  }

  @Override
  public void sourceChosen(String id) {
    revealed = Optional.empty();
    chosen = Optional.of(id);
    reload();
  }

  @Override
  public void importCancelled(String id) {
    desk.cancelImport();
  }

  @Override
  public void filterChosen(SourcesState.Filter wanted) {
    filter = wanted;
    reload();
  }

  @Override
  public void problemsNeeded(int from, int to) {
    if (shown.isEmpty()) {
      return;
    }
    ProblemRows rows = shown.get().rows();
    long[] missing = rows.missing(from, to);
    if (missing.length == 0) {
      return;
    }
    Reading reading = desk.reading();
    background.run(
        problemLane,
        () -> reading.problems(missing),
        read -> {
          for (StoredProblem problem : read) {
            rows.read.put(problem.id(), problem.problem());
          }
          show();
        });
  }

  @Override
  public void dividerMoved(double share) {
    divider = share;
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
