package io.suturescope.app.store;

import io.suturescope.importers.ImportSink;
import io.suturescope.model.control.PatchSighting;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.Place;

/// One import into the workspace. The importer calls the sink's methods from one thread; {@link
/// #progress} and {@link #cancel} may be called from any.
public interface ImportSession extends ImportSink, AutoCloseable {

  long sourceId();

  /// True when this source has brought this very crash already. Also true for a record that an
  /// agent, which keeps values back, told with other bytes.
  boolean told(Incident incident, long rawHash);

  /// What an agent said of a patch.
  void agentPatch(PatchSighting sighting, Place place);

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
