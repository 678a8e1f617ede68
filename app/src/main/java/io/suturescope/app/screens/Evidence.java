package io.suturescope.app.screens;

import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.StoredIncident;
import io.suturescope.model.origin.Place;
import java.util.List;
import java.util.Optional;

/// Goes back to the source for what the store does not keep. Called off the UI thread; reads, and
/// never outside the source.
public interface Evidence {

  /// The record as it stands in its file now; empty when the file is gone or has other bytes there.
  Optional<String> record(StoredIncident incident);

  /// A whole file of a source as it is now, at most 64 MiB; empty when it is gone.
  Optional<String> file(SourceIdentity source, String file);

  /// The record of a line of an event log, likewise.
  Optional<String> record(SourceIdentity source, Place place);

  /// Lines of the crashed function's file around the crash, as the file is now.
  ///
  /// @param path as recorded
  Optional<Excerpt> around(SourceIdentity source, String path, int line, int before, int after);

  /// @param file path inside the source
  /// @param first number of the first line
  record Excerpt(String file, int first, List<String> lines) {

    public Excerpt {
      lines = List.copyOf(lines);
    }
  }
}
