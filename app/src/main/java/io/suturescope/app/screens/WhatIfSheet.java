package io.suturescope.app.screens;

import io.suturescope.app.store.CrashLog;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.SourceDetails;
import io.suturescope.app.store.SourceRow;
import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.alert.AlertPolicy;
import io.suturescope.model.alert.AlertRouting;
import io.suturescope.model.alert.AlertToml;
import io.suturescope.model.alert.WhatIf;
import io.suturescope.model.alert.WhatIfCount;
import io.suturescope.model.incident.SeverityRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/// The history of one project, read once, on which policies are tried.
///
/// @param sources those that can be chosen
/// @param config of the project, as imported
record WhatIfSheet(
    List<SourceRow> sources,
    Optional<SourceRow> source,
    Optional<AlertConfig> config,
    Optional<CrashLog> crashes) {

  private static final int LOOK_EVERY = 4_096;

  /// Reads it; for a background thread.
  ///
  /// @param wanted empty for the first one that has crashes
  static WhatIfSheet read(Reading reading, OptionalLong wanted) {
    List<SourceRow> sources =
        reading.sources().stream()
            .filter(row -> row.identity().system().equals("codesuture"))
            .toList();
    Optional<SourceRow> source =
        sources.stream()
            .filter(row -> wanted.equals(OptionalLong.of(row.id())))
            .findFirst()
            .or(() -> usual(reading, sources));
    return new WhatIfSheet(
        sources,
        source,
        source.flatMap(row -> reading.source(row.id())).flatMap(SourceDetails::alertConfig),
        source.map(row -> reading.crashes(row.id())));
  }

  /// The text that a run printed is a source too, and has none.
  private static Optional<SourceRow> usual(Reading reading, List<SourceRow> sources) {
    return sources.stream()
        .filter(row ->
            reading.source(row.id()).stream()
                .anyMatch(found -> found.report().incidents().crashes() > 0))
        .findFirst()
        .or(() -> sources.stream().findFirst());
  }

  /// True when policies can be tried on it.
  boolean isComplete() {
    return source.isEmpty() || crashes.isPresent();
  }

  /// What is left when the history is let go of.
  WhatIfSheet withoutHistory() {
    return new WhatIfSheet(sources, source, config, Optional.empty());
  }

  /// How the project routes by itself.
  AlertPolicy project() {
    return new AlertPolicy(
        SeverityRules.CODESUTURE, config.map(AlertRouting::of).orElse(AlertRouting.CODESUTURE));
  }

  /// For a background thread; stopped by interrupting it.
  WhatIf under(AlertPolicy policy) {
    WhatIfCount count = new WhatIfCount(project(), policy);
    int size = crashes.map(CrashLog::size).orElse(0);
    for (int i = 0; i < size; i++) {
      if (i % LOOK_EVERY == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("another policy is tried");
      }
      count.add(crashes.get().crash(i));
    }
    return count.result();
  }

  byte[] toml(AlertPolicy policy) {
    AlertConfig changed = policy.routing().into(config.orElse(AlertConfig.CODESUTURE));
    return AlertToml.of(changed, policy.rules()).getBytes(StandardCharsets.UTF_8);
  }
}
