package io.suturescope.app.store;

import io.suturescope.importers.ImportSink;

/// One import into the workspace. The importer calls the sink's methods from one thread; {@link
/// #progress} and {@link #cancel} may be called from any.
public interface ImportSession extends ImportSink, AutoCloseable {

  long sourceId();

  /// What stands right now.
  ImportProgress progress();

  /// Ends the import: files of the source that were neither unchanged nor begun are marked gone.
  SourceReport finish();

  /// Stops within 500 ms: the next call of the importer throws {@link
  /// java.util.concurrent.CancellationException}; unfinished files are hidden from everybody and
  /// removed later. Files that were complete before stay. Does nothing after {@link #finish}.
  void cancel();

  /// Like {@link #cancel} unless finished; then the next import may start.
  @Override
  void close();
}
