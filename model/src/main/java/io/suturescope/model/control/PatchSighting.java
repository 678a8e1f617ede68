package io.suturescope.model.control;

import java.time.Instant;
import java.util.List;

/// What an agent said of a patch, and when it was asked.
///
/// @param agent its name
/// @param instance the agent's life that answered
/// @param codeHashes SHA-256 of each `.code` file that this patch was ever reported with, latest
///   first: after a rollback there is no file any more
public record PatchSighting(
    String agent, String instance, Instant readAt, PatchReport report, List<String> codeHashes) {

  public PatchSighting {
    codeHashes = List.copyOf(codeHashes);
  }
}
