package io.suturescope.model.origin;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One line of an event log written by `run --log` (codesuture.md 11): the only record of patches
/// that were *not* applied.
///
/// @param function bare name
/// @param action as recorded
/// @param error empty unless the patch failed
public record PatchEvent(
    Optional<Instant> time,
    String function,
    String fileName,
    int lineNumber,
    String exceptionType,
    String strategy,
    String variable,
    String defaultRepr,
    String action,
    String error) {

  /// True when the function crashed and was left as it was: failed, rejected, aborted or dry run.
  public boolean crashedNotPatched() {
    return !action.toLowerCase(Locale.ROOT).equals("applied");
  }
}
