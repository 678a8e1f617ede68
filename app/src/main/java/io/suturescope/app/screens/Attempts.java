package io.suturescope.app.screens;

import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.imports.ImportStep;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Reading;
import io.suturescope.app.work.Background;
import io.suturescope.app.work.FxPublisher;
import io.suturescope.app.work.Lane;
import io.suturescope.views.sources.SourcesState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Imports that were asked for in this window: the one that runs, and those that came to nothing.
final class Attempts {

  private static final int FAILED_KEPT = 20;

  private final IncidentStore store;
  private final Background background;
  private final Listener listener;
  private final Lane lane = Lane.oneAfterAnother("import");
  private final List<SourcesState.Source> failed = new ArrayList<>();
  private Optional<Running> running = Optional.empty();
  private int waiting;
  private int number;

  /// Told on the UI thread.
  interface Listener {
    void importStepped();

    /// @param asked true when a person asked, false when a followed folder had changed
    void importEnded(List<ImportOutcome> outcomes, boolean asked);

    void importBroke(Throwable cause);
  }

  private record Running(
      ImportJob job, boolean asked, List<Path> paths, Optional<ImportStep> step) {}

  Attempts(IncidentStore store, Background background, Listener listener) {
    this.store = store;
    this.background = background;
    this.listener = listener;
  }

  boolean busy() {
    return waiting > 0;
  }

  /// What may be seen now.
  Reading reading() {
    return running.flatMap(Running::step).map(ImportStep::reading).orElseGet(store::reading);
  }

  Optional<ImportStep> step() {
    return running.flatMap(Running::step);
  }

  /// True while an import runs that a person asked for.
  boolean visible() {
    return running.map(Running::asked).orElse(false);
  }

  void start(List<Path> paths, boolean asked) {
    ImportJob job = new ImportJob(store);
    waiting++;
    if (running.isEmpty()) {
      running = Optional.of(new Running(job, asked, paths, Optional.empty()));
    }
    FxPublisher<ImportStep> publisher =
        background.publisher(step -> stepped(new Running(job, asked, paths, Optional.of(step))));
    background.run(
        lane,
        () -> job.run(paths, publisher::publish),
        outcomes -> ended(outcomes, asked),
        this::broke);
    if (asked) {
      listener.importStepped();
    }
  }

  void cancel() {
    running.ifPresent(current -> current.job().cancel());
  }

  private void stepped(Running current) {
    if (waiting > 0) {
      running = Optional.of(current);
      listener.importStepped();
    }
  }

  private void ended(List<ImportOutcome> outcomes, boolean asked) {
    finishOne();
    for (ImportOutcome outcome : outcomes) {
      switch (outcome) {
        case ImportOutcome.Imported _ -> {}
        case ImportOutcome.Refused(Path named, String reason) ->
            keep(named, new SourcesState.Import.Refused(reason));
        case ImportOutcome.Cancelled(Path named) ->
            keep(named, new SourcesState.Import.Cancelled());
      }
    }
    listener.importEnded(outcomes, asked);
  }

  private void broke(Throwable cause) {
    finishOne();
    listener.importBroke(cause);
  }

  private void finishOne() {
    waiting--;
    running = Optional.empty();
  }

  private void keep(Path named, SourcesState.Import outcome) {
    failed.removeIf(source -> source.path().equals(named.toString()));
    failed.addFirst(source("attempt-" + number++, named, outcome));
    while (failed.size() > FAILED_KEPT) {
      failed.removeLast();
    }
  }

  private static SourcesState.Source source(String id, Path path, SourcesState.Import state) {
    Path name = path.getFileName();
    return new SourcesState.Source(
        id,
        name == null ? path.toString() : name.toString(),
        path.toString(),
        Optional.empty(),
        "",
        state);
  }

  /// Rows for the list of sources: the running import first.
  List<SourcesState.Source> asSources() {
    List<SourcesState.Source> sources = new ArrayList<>();
    running
        .filter(Running::asked)
        .ifPresent(current ->
            sources.add(
                source(
                    "running",
                    current.paths().getFirst(),
                    new SourcesState.Import.Running(share(), said()))));
    sources.addAll(failed);
    return sources;
  }

  /// How much is done, 0 to 1; below 0 while that is unknown.
  double share() {
    return step()
        .map(ImportStep::progress)
        .filter(progress -> progress.bytesTotal() > 0)
        .map(progress -> Math.clamp(progress.bytesRead() / (double) progress.bytesTotal(), 0, 1))
        .orElse(-1.0);
  }

  String said() {
    return step()
        .map(step ->
            Words.count(step.progress().lines(), "line", "lines")
                + " of "
                + Words.fileName(step.source()))
        .orElse("Looking…");
  }
}
