package io.suturescope.app.screens;

import io.suturescope.app.store.StoredIncident;
import java.util.List;
import java.util.Optional;

/// Goes back to the source for what the store does not keep. Called off the UI thread; reads, and never
/// outside the source.
public interface Evidence {

  /// The record as it stands in its file now; empty when the file is gone or has other bytes there.
  Optional<String> record(StoredIncident incident);

  /// Lines of the crashed function's file around the crash, as the file is now.
  Optional<Excerpt> around(StoredIncident incident, int before, int after);


  /// @param file path inside the source
  /// @param first number of the first line
  record Excerpt(String file, int first, List<String> lines) {

    public Excerpt {
      lines = List.copyOf(lines);
    }
  }
}
