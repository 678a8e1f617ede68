package io.suturescope.app.store;

import java.util.List;
import java.util.Optional;

/// One page of incident rows.
///
/// @param next where the following page starts; empty when this is the last
public record IncidentPage(List<IncidentRow> rows, Optional<PageKey> next) {

  public IncidentPage {
    rows = List.copyOf(rows);
  }
}
