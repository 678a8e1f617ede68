package io.suturescope.model.life;

import java.util.Optional;
import java.util.OptionalLong;

/// What one rule says of one patch at one moment.
///
/// @param holds true when the rule calls the patch too old; empty when what it needs is not
///   recorded
/// @param ageDays whole days, rounded down, negative for a start in the future; empty when unknown
/// @param sentence one plain sentence, of what the rule says and why
public record AgeVerdict(
    AgeRule rule, Optional<Boolean> holds, OptionalLong ageDays, String sentence) {

  public boolean isTooOld() {
    return holds.orElse(false);
  }
}
