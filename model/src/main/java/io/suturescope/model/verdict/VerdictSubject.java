package io.suturescope.model.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What has to be known of a patch to read its verdicts.
///
/// @param guards as recorded, the last one first
/// @param patchedAt when the present code was written
/// @param crashes without verification copies
/// @param verifiedCrashes crashes that have a verification copy
/// @param exception type of the newest crash
/// @param defaultValue of the newest crash, as Python writes it
public record VerdictSubject(
    String module,
    String function,
    List<String> guards,
    Optional<Instant> patchedAt,
    long crashes,
    long verifiedCrashes,
    Optional<String> exception,
    Optional<String> defaultValue) {

  public VerdictSubject {
    guards = List.copyOf(guards);
  }

  /// `module:function`.
  public String name() {
    return module.isEmpty() ? function : module + ":" + function;
  }

  /// The name that the bytecode has: what follows the last dot.
  public String bareName() {
    return function.substring(function.lastIndexOf('.') + 1);
  }
}
