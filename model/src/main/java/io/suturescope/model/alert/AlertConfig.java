package io.suturescope.model.alert;

import java.util.List;
import java.util.Map;

/// The `[alerts]` table of `.codesuture.toml` (codesuture.md 6), with secrets already masked: a
/// webhook URL keeps its scheme and host, header values are not kept at all.
///
/// @param webhookUrlMasked empty when none is set
/// @param webhookHeaderNames names only
/// @param routing severity word (upper case) to channels, as configured
public record AlertConfig(
    boolean enabled,
    boolean fileEnabled,
    String directory,
    boolean webhookEnabled,
    String webhookUrlMasked,
    String webhookFormat,
    List<String> webhookHeaderNames,
    Map<String, List<String>> routing,
    int repeatThreshold,
    int repeatWindowHours,
    String escalateTo) {

  /// What CodeSuture 1.1.0 takes when there is no file, or none that it can read.
  public static final AlertConfig CODESUTURE =
      new AlertConfig(
          true,
          true,
          ".codesuture_incidents/alerts",
          false,
          "",
          "raw",
          List.of(),
          Map.of(),
          5,
          24,
          "CRITICAL");

  public AlertConfig {
    webhookHeaderNames = List.copyOf(webhookHeaderNames);
    routing = Map.copyOf(routing);
  }
}
