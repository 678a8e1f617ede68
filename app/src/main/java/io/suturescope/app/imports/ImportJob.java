package io.suturescope.app.imports;

import io.suturescope.app.imports.ImportOutcome.Cancelled;
import io.suturescope.app.imports.ImportOutcome.Imported;
import io.suturescope.app.imports.ImportOutcome.Refused;
import io.suturescope.app.store.ImportSession;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.codesuture.ProjectFinder;
import io.suturescope.importers.codesuture.ProjectFinder.Found;
import io.suturescope.importers.codesuture.ProjectFinder.Source;
import io.suturescope.importers.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Imports what somebody named: folders, single files, archives, pieces of projects; one source
/// after the other, on the thread of the caller.
///
/// Serves for one run. It is stopped by interrupting that thread, or by {@link #cancel} from any
/// other.
public final class ImportJob {

  private static final String SYSTEM = "codesuture";

  private final IncidentStore store;
  private volatile Optional<ImportSession> running = Optional.empty();
  private volatile boolean cancelled;

  public ImportJob(IncidentStore store) {
    this.store = store;
  }

  /// Imports all of them; one that cannot be read does not keep the others out.
  ///
  /// @param progress called at most about ten times a second, on this thread
  /// @return in the order of the paths, at least one for each
  /// @throws io.suturescope.app.store.StoreFailure when the workspace fails
  public List<ImportOutcome> run(List<Path> paths, Consumer<ImportStep> progress) {
    List<ImportOutcome> outcomes = new ArrayList<>();
    for (Path path : paths) {
      outcomes.addAll(importPath(path, progress));
    }
    return List.copyOf(outcomes);
  }

  /// Stops within about half a second; sources that are complete stay. Callable from any thread, at
  /// any time, more than once.
  public void cancel() {
    cancelled = true;
    running.ifPresent(ImportSession::cancel);
  }

  private boolean stopped() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  private List<ImportOutcome> importPath(Path path, Consumer<ImportStep> progress) {
    if (stopped()) {
      return List.of(new Cancelled(path));
    }
    return switch (ProjectFinder.find(path)) {
      case Found.Refused(String reason) ->
          List.of(stopped() ? new Cancelled(path) : new Refused(path, reason));
      case Found.Sources(List<Source> sources) -> importSources(path, sources, progress);
    };
  }

  private List<ImportOutcome> importSources(
      Path path, List<Source> sources, Consumer<ImportStep> progress) {
    List<ImportOutcome> outcomes = new ArrayList<>();
    try {
      for (Source source : sources) {
        outcomes.add(importSource(path, source, progress));
      }
    } finally {
      sources.forEach(source -> source.tree().close());
    }
    return outcomes;
  }

  private ImportOutcome importSource(Path path, Source source, Consumer<ImportStep> progress) {
    if (stopped()) {
      return new Cancelled(path);
    }
    try (ImportSession session = store.importSession(identity(source))) {
      running = Optional.of(session);
      if (cancelled) {
        session.cancel();
      }
      Reading reading = store.reading(session);
      CodeSutureImporter.read(
          source.tree(),
          new WatchedSink(
              session, now -> progress.accept(new ImportStep(source.name(), now, reading))));
      return new Imported(path, session.finish(), source.widened());
    } catch (CancellationException stop) {
      return new Cancelled(path);
    } finally {
      running = Optional.empty();
    }
  }

  private static SourceIdentity identity(Source source) {
    SourceTree tree = source.tree();
    SourceIdentity.Kind kind = SourceIdentity.Kind.FILE;
    if (tree.fromArchive()) {
      kind = SourceIdentity.Kind.ARCHIVE;
    } else if (Files.isDirectory(tree.origin())) {
      kind = SourceIdentity.Kind.FOLDER;
    }
    return new SourceIdentity(source.name(), SourceName.shortOf(source.name()), SYSTEM, kind);
  }
}
