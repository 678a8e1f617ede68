package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.rewind.Rewind;
import java.util.List;

/// What else the source of a patch tells of it. Newest first.
///
/// @param alerts those raised by its crashes; an alert names its incident only (codesuture.md 6)
/// @param rewinds dumps of its function, without their events; a dump that names no module counts
/// @param crashes the newest of all its layers, at most {@link #CRASHES}
/// @param fingerprints of its crash patterns, in their own order; none is empty
/// @param suggestions different suggested fixes that its crashes carry
public record PatchRelations(
    List<Stored<Alert>> alerts,
    List<Stored<Rewind>> rewinds,
    List<StoredIncident> crashes,
    List<String> fingerprints,
    long suggestions) {

  /// So many crashes are handed over.
  public static final int CRASHES = 20;

  public PatchRelations {
    alerts = List.copyOf(alerts);
    rewinds = List.copyOf(rewinds);
    crashes = List.copyOf(crashes);
    fingerprints = List.copyOf(fingerprints);
  }
}
