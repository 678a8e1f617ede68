package io.suturescope.app.screens;

import io.suturescope.app.store.Stored;
import io.suturescope.model.origin.PatchEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A function that crashed at one line and was left as it was, however often.
///
/// @param latest its newest line in the event log
/// @param times how many lines say the same
record UnpatchedCrash(Stored<PatchEvent> latest, int times) {

  private record Same(
      long source, String function, String file, int line, String exception, String action) {}

  /// One for each place and reason, the newest first.
  static List<UnpatchedCrash> group(List<Stored<PatchEvent>> newestFirst) {
    Map<Same, UnpatchedCrash> groups = new LinkedHashMap<>();
    for (Stored<PatchEvent> line : newestFirst) {
      PatchEvent event = line.fact();
      Same same =
          new Same(
              line.source().id(),
              event.function(),
              event.fileName(),
              event.lineNumber(),
              event.exceptionType(),
              event.action());
      groups.merge(
          same,
          new UnpatchedCrash(line, 1),
          (known, _) -> new UnpatchedCrash(known.latest(), known.times() + 1));
    }
    return new ArrayList<>(groups.values());
  }

  String why() {
    PatchEvent event = latest.fact();
    String reason =
        event.error().isEmpty()
            ? event.action().replace('_', ' ')
            : event.action() + ": " + event.error();
    return times == 1 ? reason : times + " × " + reason;
  }
}
