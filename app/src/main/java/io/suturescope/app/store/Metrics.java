package io.suturescope.app.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The numbers of codesuture.md 10, named as CodeSuture names them. They count raw lines, copies
/// included, so they differ from crash counts.
///
/// @param values key, with labels inside as in `codesuture_incidents_total{severity="HIGH"}`, to
///   number; in the order they are printed
public record Metrics(Map<String, Long> values) {

  public Metrics {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
