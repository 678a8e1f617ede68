package io.suturescope.app.examine;

import io.suturescope.app.imports.OpenedSource;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceRow;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.importers.codesuture.ProjectPython;
import io.suturescope.importers.original.OriginalSearch;
import io.suturescope.importers.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One source, open while its patches are examined. What they share is found out once.
final class Project implements AutoCloseable {

  private final Optional<OpenedSource> opened;
  private final Optional<OriginalSearch> originals;
  private final List<Running> running;

  private Project(Optional<OpenedSource> opened, List<Running> running) {
    this.opened = opened;
    this.originals = opened.map(source -> new OriginalSearch(source.tree()));
    this.running = List.copyOf(running);
  }

  static Project open(SourceRow source, Reading reading) {
    Optional<OpenedSource> opened = OpenedSource.of(source.identity());
    List<Running> running = new ArrayList<>();
    reading
        .newestIncident(source.id())
        .map(StoredIncident::incident)
        .flatMap(incident -> ProjectPython.minor(incident.pythonVersion()))
        .ifPresent(python ->
            running.add(new Running(python, "the newest incident ran on Python " + python)));
    opened
        .flatMap(each -> ProjectPython.compiledBy(each.tree()))
        .ifPresent(python ->
            running.add(new Running(python, "the project has been compiled by Python " + python)));
    return new Project(opened, running);
  }

  /// Empty when the source is not there any more, or cannot be read.
  Optional<SourceTree> tree() {
    return opened.map(OpenedSource::tree);
  }

  Optional<OriginalSearch> originals() {
    return originals;
  }

  /// The Pythons that run the project, as far as anything shows them.
  List<Running> running() {
    return running;
  }

  @Override
  public void close() {
    opened.ifPresent(OpenedSource::close);
  }
}
