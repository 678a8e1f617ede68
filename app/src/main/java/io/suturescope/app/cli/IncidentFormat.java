package io.suturescope.app.cli;

import io.suturescope.app.store.StoredIncident;
import java.io.IOException;

/// Prints incidents one after the other, so that a million of them needs no more memory than one.
interface IncidentFormat extends AutoCloseable {

  void print(StoredIncident row) throws IOException;

  /// Prints what is still to come; the writer stays open.
  @Override
  void close() throws IOException;
}
