package io.suturescope.app.export;

import io.suturescope.app.store.StoredIncident;

public final class IncidentText {
  private IncidentText() {}

  public static String json(StoredIncident stored) {
    return stored.incident().toString();
  }
}
