package io.suturescope.importers.codesuture;

import io.suturescope.model.incident.IncidentStatus;
import java.util.HashMap;
import java.util.Map;

/// Looks up a status word without building words for every line.
final class Statuses {

  private static final Map<String, IncidentStatus> BY_WORD = byWord();

  private Statuses() {}

  private static Map<String, IncidentStatus> byWord() {
    Map<String, IncidentStatus> statuses = new HashMap<>();
    for (IncidentStatus status : IncidentStatus.values()) {
      if (status != IncidentStatus.UNKNOWN) {
        statuses.put(status.word(), status);
      }
    }
    return Map.copyOf(statuses);
  }

  static IncidentStatus of(String word) {
    return BY_WORD.getOrDefault(word, IncidentStatus.UNKNOWN);
  }
}
